package org.sockspec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProveCommandTest {
    @TempDir
    private Path folder;

    private final Console console = new Console();

    @Test
    void tellsWhichClausesNoticeAMutant() {
        assertThat(console.sockspec("prove", "--select", "connect.refused.no-listener", "--out", folder.toString()))
                .isZero();
        assertThat(console.out()).contains("| killed by their own clause |").contains("other clauses that noticed");
        assertThat(folder.resolve("kill-matrix.json"))
                .content()
                .contains("\"mutant\":\"connect.refused.no-listener/")
                .contains("\"fate\":\"killed\"");
        assertThat(folder.resolve("kill-matrix.md")).hasContent(console.out());
    }

    @Test
    void asksTheOwnClauseAloneWhereThatIsEnough() {
        assertThat(console.sockspec("prove", "--own", "--select", "names.peer.fresh"))
                .isZero();
        assertThat(console.out()).doesNotContain("other clauses");
    }

    @Test
    void tellsWhichAnswersNobodyLooksAt() {
        assertThat(console.sockspec(
                        "prove", "--replay", "--select", "connect.refused.no-listener", "--out", folder.toString()))
                .isZero();
        assertThat(console.out()).contains("| cases replayed |").contains("\n| 2 | 0 | ");
        assertThat(folder.resolve("replay.json")).content().contains("connect.refused.no-listener@inet.stream");
    }

    @Test
    void endsWith4WhereNothingIsProved() {
        assertThat(console.sockspec("prove", "--select", "tcp-states.*")).isEqualTo(4);
        assertThat(console.err()).contains("none of the selected clauses has a mutant");
    }
}
