package org.sockspec.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockspec.catalogue.CaseId;
import org.sockspec.catalogue.Catalogue;

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
    void holdsForTheReference() {
        assertThat(Baseline.ofTheReference(Catalogue.own()).entries()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            - {cases: names.peer.shut-down, observed: x, reason: y}            | 3: "names.peer.shut-down" is neither
            - {cases: names.peer.shut-dwn@*, observed: x, reason: y}           | 3: there is no clause "names.peer.shut-dwn"; did you mean names.peer.shut-down
            - {cases: names.peer.shut-down@inet.dgram, observed: x, reason: y} | 3: there is no case "names.peer.shut-down@inet.dgram"; use one of
            - {cases: names.peer.shut-down@*, observed: x}                     | 3: field "reason" is missing
            - {cases: names.peer.shut-down@*, observed: x, because: y}         | 3: unknown field "because"
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

    private static Baseline read(String text) {
        return BaselineReader.read("mine.yaml", text, Catalogue.own());
    }

    private static String observed(Baseline baseline, String id) {
        return baseline.find(CaseId.parse(id)).orElseThrow().observed();
    }
}
