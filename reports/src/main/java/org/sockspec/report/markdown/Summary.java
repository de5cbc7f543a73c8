package org.sockspec.report.markdown;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.sockspec.report.ClauseResult;
import org.sockspec.report.Reason;
import org.sockspec.report.Run;
import org.sockspec.report.Standing;
import org.sockspec.report.Tally;

/** Renders a run as a Markdown summary, short enough for the page of a CI job. */
public final class Summary {
    private static final int MAX_ROWS = 200;
    private static final int MAX_REASONS = 20;
    private static final int MAX_CELL = 300;

    // GitHub refuses a summary above 1 MiB; a character may take three bytes.
    private static final int MAX_LENGTH = 250_000;

    private final Run run;
    private final Writer out;
    private int length;

    private Summary(Run run, Writer out) {
        this.run = run;
        this.out = out;
    }

    /** Writes the summary of a run. */
    public static void write(Run run, Writer out) throws IOException {
        Summary summary = new Summary(run, out);
        List<ClauseResult> clauses = ClauseResult.of(run);
        summary.head();
        summary.table("Deviations", clauses, Standing.DEVIATION);
        summary.table("Known deviations", clauses, Standing.KNOWN_DEVIATION);
        summary.reasons();
    }

    private void head() throws IOException {
        Tally tally = Tally.of(run);
        line("## sockspec: " + text(run.implementation().name()) + " "
                + text(run.implementation().version()));
        line("");
        if (run.interrupted()) {
            line("**Interrupted: only what finished is counted.**");
            line("");
        }
        line("**Clauses:** " + Tally.phrase(tally.clauses()) + "  ");
        line("**Cases:** " + Tally.phrase(tally.cases()) + "  ");
        line(String.format(
                Locale.ROOT,
                "Profile %s, %s, %.1f s, time scale %.2f",
                text(run.profile()),
                text(run.implementation().platform()),
                run.wallMs() / 1000,
                run.environment().timeScale()));
    }

    private void table(String title, List<ClauseResult> all, Standing standing) throws IOException {
        List<ClauseResult> clauses =
                all.stream().filter(clause -> !clause.cases(standing).isEmpty()).toList();
        if (clauses.isEmpty()) {
            return;
        }
        line("");
        line("### " + title);
        line("");
        line("| clause | level | requirement | accepted | observed | cases |");
        line("| --- | --- | --- | --- | --- | --- |");
        int shown = 0;
        while (shown < clauses.size() && shown < MAX_ROWS && length < MAX_LENGTH) {
            line(SummaryRow.of(clauses.get(shown++), standing, MAX_CELL));
        }
        more(clauses.size() - shown, "clauses");
    }

    private void reasons() throws IOException {
        List<Reason> reasons = Reason.of(run);
        if (reasons.isEmpty()) {
            return;
        }
        line("");
        line("### Cases without a verdict on the implementation");
        line("");
        line("| verdict | cases | reason |");
        line("| --- | --- | --- |");
        for (Reason reason : reasons.subList(0, Math.min(MAX_REASONS, reasons.size()))) {
            line("| " + reason.verdict().symbol() + " | " + reason.cases().size() + " | " + text(reason.text()) + " |");
        }
        more(reasons.size() - MAX_REASONS, "reasons");
    }

    private void more(int count, String what) throws IOException {
        if (count > 0) {
            line("");
            line("and " + count + " more " + what + ", see index.html");
        }
    }

    private static String text(String text) {
        return Markdown.text(text, MAX_CELL);
    }

    private void line(String line) throws IOException {
        out.write(line);
        out.write('\n');
        length += line.length() + 1;
    }
}
