package org.sockspec.report.html;

import java.io.IOException;
import java.io.Writer;
import java.util.function.Function;
import org.sockspec.report.Run;
import org.sockspec.report.Transcript;

/** Renders a run as one self-contained page that needs no script and asks for no other file. */
public final class HtmlReport {
    private HtmlReport() {}

    /**
     * Writes the page of a run.
     *
     * @param transcripts the calls of a case, by its id
     */
    public static void write(Run run, Function<String, Transcript> transcripts, Writer out) throws IOException {
        PageRenderer.of().execute(new PageBuilder(run, transcripts).page(), out);
    }
}
