package org.sockspec.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockspec.api.Capabilities;
import org.sockspec.catalogue.CaseId;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.report.Fingerprint;
import org.sockspec.report.Verdict;

class BaselineTest {
    private static final String HEAD = "implementation: mine\ndeviations:\n";

    @Test
    void readsItsEntries() {
        var baseline = read(HEAD + "- {cases: 'names.peer.shut-down@*', observed: '0', reason: known}\n"
                + "- {cases: 'names.peer.shut-down@unix.stream', observed: EBADF, reason: odd}\n");

        assertThat(baseline.implementation()).isEqualTo("mine");
        assertThat(observed(baseline, "names.peer.shut-down@inet.stream")).isEqualTo("0");
        assertThat(observed(baseline, "names.peer.shut-down@unix.stream")).isEqualTo("EBADF");
        assertThat(baseline.find(CaseId.parse("names.local.bound@inet.stream"))).isEmpty();
    }

    @Test
    void describesADeviationByAllThatItSays() {
        var text = "connect(3, 127.1.2.3:10234) at client returned 7, not 8";
        var entry = entry("verdict: crashed, fingerprint: " + Fingerprint.of(text));

        assertThat(entry.describes(Verdict.CRASHED, null, "connect(4, 127.9.9.9:1) at client returned 0, not 12"))
                .as("numbers do not count")
                .isTrue();
        assertThat(entry.describes(Verdict.CRASHED, null, "connect(3, 127.1.2.3:10234) at server returned 7, not 8"))
                .isFalse();
        assertThat(entry.describes(Verdict.FAILED, null, text)).isFalse();
        assertThat(entry("observed: '0'").describes(Verdict.HUNG, "0", text)).isTrue();
        assertThat(entry("observed: '0'").describes(Verdict.CRASHED, "0", text)).isFalse();
    }

    @Test
    void leavesOutEntriesOfOtherPlatformsAndVersions() {
        var here = new Capabilities("mine", "6.1.9", "x86_64, glibc", 1, Set.of(), Set.of(), Set.of());

        assertThat(entry("observed: x, platform: 'x86*', version: '6.*'").isAbout(here))
                .isTrue();
        assertThat(entry("observed: x, platform: 's390x*'").isAbout(here)).isFalse();
        assertThat(entry("observed: x, version: '5.*'").isAbout(here)).isFalse();
    }

    @Test
    void writesWhatItReads() {
        var baseline = read(HEAD + "- {cases: 'names.peer.shut-down@*', verdict: hung, observed: '0', fingerprint: a,"
                + " reason: \"a \\\"b\\\"\\nc\", platform: 'x*', version: '6*', expires: 2027-01-31}\n");

        assertThat(read(baseline.text())).isEqualTo(baseline);
        assertThat(baseline.entries().get(0).expires()).isEqualTo("2027-01-31");
    }

    @Test
    void holdsForTheReference() {
        assertThat(Baseline.ofTheReference(Catalogue.own()).entries()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            - {cases: names.peer.shut-down, observed: x, reason: y}            | 3: "names.peer.shut-down" is neither
            - {cases: names.peer.shut-dwn@*, observed: x, reason: y}           | 3: there is no clause "names.peer.shut-dwn"; did you mean names.peer.shut-down
            - {cases: names.peer.shut-down@inet.raw, observed: x, reason: y}   | 3: there is no case "names.peer.shut-down@inet.raw"; use one of
            - {cases: names.peer.shut-down@*, observed: x}                     | 3: field "reason" is missing
            - {cases: names.peer.shut-down@*, observed: x, because: y}         | 3: unknown field "because"
            - {cases: names.peer.shut-down@*, reason: y}                       | 3: the entry does not say how the case deviates
            - {cases: names.peer.shut-down@*, verdict: passed, reason: y}      | 3: no baseline can expect the verdict passed
            - {cases: names.peer.shut-down@*, observed: x, reason: y, expires: soon} | 3: "soon" is not a date
            - names.peer.shut-down@*                                           | 3: an entry must be a mapping
            - {cases: [                                                        | the file is not YAML
            """)
    void saysWhereItIsMalformed(String entry, String message) {
        assertThatThrownBy(() -> read(HEAD + entry + "\n"))
                .isInstanceOf(BaselineException.class)
                .hasMessageStartingWith("mine.yaml:")
                .hasMessageContaining(message);
    }

    @Test
    void refusesTwoEntriesForTheSameCases() {
        var entry = "- {cases: 'names.peer.shut-down@*', observed: '0', reason: known}\n";

        assertThatThrownBy(() -> read(HEAD + entry + entry)).hasMessageContaining("mine.yaml:4: ");
    }

    private static Baseline.Entry entry(String fields) {
        return read(HEAD + "- {cases: 'names.peer.shut-down@*', reason: known, " + fields + "}\n")
                .entries()
                .get(0);
    }

    private static Baseline read(String text) {
        return BaselineReader.read("mine.yaml", text, Catalogue.own());
    }

    private static String observed(Baseline baseline, String id) {
        return baseline.find(CaseId.parse(id)).orElseThrow().observed();
    }
}
