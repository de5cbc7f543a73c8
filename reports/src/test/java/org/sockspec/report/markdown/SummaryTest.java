package org.sockspec.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.sockspec.report.Run;
import org.sockspec.report.Samples;
import org.sockspec.report.Verdict;

class SummaryTest {

    private static String write(Run run) throws IOException {
        StringWriter out = new StringWriter();
        Summary.write(run, out);
        return out.toString();
    }

    @Test
    void countsClausesFirst() throws IOException {
        assertThat(write(Samples.run())).contains("""
                        **Clauses:** 3 deviations, 1 known deviation, 1 inconclusive, 1 not-run, 1 passed, 1 unsupported \s
                        **Cases:** 4 deviations, 2 known deviations, 1 inconclusive, 2 not-run, 2 passed, 1 unsupported \s
                        """);
    }

    @Test
    void oneClauseIsOneRowWithItsCases() throws IOException {
        assertThat(write(Samples.run()).lines())
                .contains(
                        "| <code>accept.peer-address</code> | must | accept() stores the address of the peer, and its length."
                                + " | as-stated | ETIMEDOUT; the testee ended with signal SIGSEGV | inet.stream failed<br>inet6.stream crashed |");
    }

    @Test
    void knownDeviationsHaveTheirOwnTable() throws IOException {
        String summary = write(Samples.run());

        assertThat(summary.substring(summary.indexOf("### Known deviations"))).contains("shutdown.twice");
        assertThat(summary.substring(0, summary.indexOf("### Known deviations")))
                .doesNotContain("shutdown.twice");
    }

    @Test
    void clauseWithOldAndNewDeviationsIsInBothTables() throws IOException {
        assertThat(write(Samples.hostile()).split("<code>connect.refused.no-listener</code>", -1))
                .hasSize(3);
    }

    @Test
    void casesNotRunAreLoudWithReasonAndRemedy() throws IOException {
        assertThat(write(Samples.run()))
                .contains("| not-run | 2 | no Toxiproxy")
                .contains("--toxiproxy URL");
    }

    @Test
    void hostileTextIsInert() throws IOException {
        assertThat(write(Samples.hostile()))
                .doesNotContain("<script", "a|b", "`code`", "*bold*", "\u001B", "\u0000", "&amp;")
                .contains("&#60;script&#62;alert(1)", "a&#124;b");
    }

    @Test
    void everyTableRowHasTheColumnsOfItsHead() throws IOException {
        assertThat(write(Samples.hostile()).lines().filter(line -> line.startsWith("| <code>")))
                .isNotEmpty()
                .allSatisfy(
                        line -> assertThat(line.chars().filter(c -> c == '|')).hasSize(7));
    }

    @Test
    void interruptedRunSaysSo() throws IOException {
        assertThat(write(Samples.hostile())).contains("**Interrupted");
    }

    @Test
    void sizeIsBounded() throws IOException {
        String summary = write(Samples.big(5_000, Verdict.FAILED));

        assertThat(summary.getBytes(StandardCharsets.UTF_8).length).isLessThan(1_000_000);
        assertThat(summary).contains("more clauses, see index.html");
    }
}
