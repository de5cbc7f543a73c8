package org.sockspec.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.report.Verdict.CRASHED;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** What a testee says shows in every report, and acts in none. */
@Timeout(120)
class HostileTextTest {

    @TempDir
    private Path folder;

    @Test
    void isOnlyShown() throws Exception {
        var run = AttackedRun.by(Attack.INJECT, folder, "--jobs", "2");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.victim().verdict()).isEqualTo(CRASHED);
        assertThat(run.victim().stderr()).contains("alert(1)");
        for (var shown : new String[] {run.out(), run.err(), report("summary.md"), report("index.html")}) {
            requireHarmless(shown);
        }
        assertThat(run.out()).contains("the line was: <script>alert(1)");
        for (var name : new String[] {"summary.md", "index.html", "badge.svg"}) {
            assertThat(report(name)).as(name).doesNotContain("<script>alert", "<img src=x");
        }
        assertThat(report("summary.md")).doesNotContain("](http://c)", "`a`");
        assertThat(report("index.html")).contains("&lt;script&gt;alert(1)");
        requireWellFormed(report("junit.xml"));
        requireWellFormed(report("badge.svg"));
        run.requireOthersUnaffected().requireNothingLeft();
    }

    private static void requireHarmless(String shown) {
        assertThat(shown.replace("\n", "").replace("\t", ""))
                .as("a text without control characters")
                .doesNotContainPattern("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]");
    }

    private static void requireWellFormed(String xml) throws Exception {
        DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private String report(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }
}
