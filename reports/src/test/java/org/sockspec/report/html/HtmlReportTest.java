package org.sockspec.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sockspec.report.Run;
import org.sockspec.report.Samples;
import org.sockspec.report.Verdict;

class HtmlReportTest {

    private static String write(Run run) throws IOException {
        StringWriter out = new StringWriter();
        HtmlReport.write(run, Samples::transcript, out);
        return out.toString();
    }

    private static String section(String page, String from, String to) {
        return page.substring(page.indexOf(from), page.indexOf(to));
    }

    @Test
    void pageAsksForNothingAndRunsNothing() throws IOException {
        assertThat(write(Samples.run()))
                .doesNotContain("<script", "http://", "https://", "<link", "<img", "@import", "url(")
                .doesNotContainPattern("\\son[a-z]+=");
    }

    @Test
    void clausesAreCountedBeforeCases() throws IOException {
        String page = write(Samples.run());

        assertThat(page.indexOf("<b>8</b> clauses")).isPositive().isLessThan(page.indexOf("12 cases:"));
        assertThat(page).contains("<b>3</b> deviations", "<b>1</b> known deviation");
    }

    @Test
    void oneBrokenBehaviourIsOneRedClauseWithItsCases() throws IOException {
        String deviations =
                section(write(Samples.run()), "<section id=\"deviation\"", "<section id=\"known-deviation\"");

        assertThat(deviations).containsOnlyOnce("<code>accept.peer-address</code>");
        assertThat(deviations)
                .contains(
                        "2 of 2 cases",
                        "<b class=\"tag\">failed</b> <b>inet.stream</b>",
                        "<b class=\"tag\">crashed</b> <b>inet6.stream</b>");
    }

    @Test
    void failureShowsRequirementOutcomesCallsAndCommand() throws IOException {
        assertThat(section(write(Samples.run()), "<section id=\"deviation\"", "<section id=\"known-deviation\""))
                .contains(
                        "no socket listens",
                        "POSIX.1-2024, XSH connect(), ERRORS",
                        "<code>as-stated</code> everything the statement says is observed",
                        "but was ETIMEDOUT after 312 ms",
                        "<code>connect(3, 127.4.0.1:20417)</code>",
                        "./sockspec run --select connect.refused.no-listener@inet6.stream --testee",
                        "panic: index out of range");
    }

    @Test
    void blockedCallReachesTheEndOfTheLanes() throws IOException {
        assertThat(write(Samples.run()))
                .contains("<span class=\"blocked\" style=\"grid-area:3/8/auto/16\"", ">still blocked</span>");
    }

    @Test
    void knownDeviationIsNeverShownAsPassed() throws IOException {
        String page = write(Samples.run());

        assertThat(section(page, "<section id=\"known-deviation\"", "Baseline out of date"))
                .contains("shutdown.twice", "Known deviation: Linux keeps the state");
        assertThat(page).contains("<span class=\"known-deviation\">inet.stream <b>known deviation, failed</b>");
    }

    @Test
    void regressionIsNotCalledKnown() throws IOException {
        assertThat(section(write(Samples.hostile()), "<section id=\"deviation\"", "<section id=\"known-deviation\""))
                .contains("baseline: regression", "The baseline says: ")
                .doesNotContain("Known deviation: ");
    }

    @Test
    void casesWithoutAVerdictAreGroupedByReason() throws IOException {
        assertThat(write(Samples.run()))
                .containsOnlyOnce("no Toxiproxy")
                .contains("<b class=\"tag\">not-run</b> <b>2</b>");
    }

    @Test
    void baselineThatIsOutOfDateIsShown() throws IOException {
        assertThat(write(Samples.run())).contains("Baseline out of date", "<td>fixed</td>");
    }

    @Test
    void hostileTextIsInert() throws IOException {
        StringWriter out = new StringWriter();
        HtmlReport.write(Samples.hostile(), Samples::hostileTranscript, out);

        assertThat(out.toString())
                .doesNotContain("<script", "\u001B", "\u0000", "\uD800", "\uDC00", "\uFFFF", "\u202E")
                .contains(
                        "&lt;script&gt;alert(1)",
                        "&amp;amp;",
                        "raw/connect.refused.no-listener@inet.stream.txt",
                        "Interrupted");
    }

    @Test
    void runWithoutDeviationsSaysSo() throws IOException {
        assertThat(write(Samples.big(40, Verdict.PASSED))).contains("No clause deviates.");
    }

    @Test
    void emptyRunIsAPage() throws IOException {
        assertThat(write(Samples.header().run(0, true, List.of()))).contains("<b>0</b> clauses");
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void thousandsOfCasesStayBelowTwoMegabytes(Verdict verdict) throws IOException {
        String page = write(Samples.big(5_000, verdict));

        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(2_000_000);
        assertThat(page).contains("what-follows-1249");
    }
}
