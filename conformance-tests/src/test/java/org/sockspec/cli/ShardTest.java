package org.sockspec.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
        assertThatThrownBy(() -> Shard.parse(text)).hasMessageContaining("is not I/N");
    }
}
