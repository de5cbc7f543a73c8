package org.sockspec.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockspec.catalogue.CaseId;
import org.sockspec.catalogue.Catalogue;

class ShardTest {
    @Test
    void putsEveryCaseInExactlyOnePart() {
        var parts = List.of(new Shard(1, 3), new Shard(2, 3), new Shard(3, 3));

        assertThat(Catalogue.own().clauses())
                .flatExtracting(clause -> clause.cases())
                .allSatisfy(id ->
                        assertThat(parts).filteredOn(part -> part.holds(id)).hasSize(1));
    }

    @Test
    void neverMovesACase() {
        var id = CaseId.parse("connect.refused.no-listener@inet.stream");

        assertThat(new Shard(8, 8).holds(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/3", "4/3", "1", "1/0", "a/b", "-1/3"})
    void refusesWhatIsNoPart(String text) {
        assertThatThrownBy(() -> Shard.parse(text, Map.of())).hasMessageContaining("is not I/N");
    }

    @Test
    void takesItsNumbersFromTheCiSystem() {
        assertThat(Shard.parse("auto", Map.of("CI_NODE_INDEX", "2", "CI_NODE_TOTAL", "3")))
                .isEqualTo(new Shard(2, 3));
        assertThat(Shard.parse("auto", Map.of("CIRCLE_NODE_INDEX", "0", "CIRCLE_NODE_TOTAL", "4")))
                .isEqualTo(new Shard(1, 4));
        assertThat(Shard.parse("auto", Map.of("BUILDKITE_PARALLEL_JOB", "3", "BUILDKITE_PARALLEL_JOB_COUNT", "4")))
                .isEqualTo(new Shard(4, 4));
        assertThat(Shard.parse("auto/8", Map.of("JOB_COMPLETION_INDEX", "7"))).isEqualTo(new Shard(8, 8));
    }

    @Test
    void saysWhenNobodyTellsItsNumbers() {
        assertThatThrownBy(() -> Shard.parse("auto", Map.of("JOB_COMPLETION_INDEX", "7")))
                .hasMessageContaining("auto/N");
        assertThatThrownBy(() -> Shard.parse("auto", Map.of("CI_NODE_INDEX", "4", "CI_NODE_TOTAL", "3")))
                .hasMessageContaining("is not I/N");
    }
}
