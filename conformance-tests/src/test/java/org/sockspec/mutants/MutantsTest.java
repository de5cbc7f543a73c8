package org.sockspec.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.runner.SpecIndex;

/** Every executable clause has a mutant, and its test notices. {@code ./sockspec prove} asks for single clauses. */
class MutantsTest {
    private static final SpecIndex INDEX = SpecIndex.of(Catalogue.own());

    @Test
    void areKilledByTheirOwnClauses() throws InterruptedException {
        var others = new ArrayList<String>();
        try (var prover = new Prover(INDEX, true)) {
            prover.prove(Specimen.all(INDEX), proof -> {
                if (proof.fate() != Fate.KILLED) {
                    others.add(proof.fate() + " " + proof.specimen().id() + " " + proof.own());
                }
            });
        }

        assertThat(others).isEmpty();
    }

    @Test
    void breakEveryExecutableClause() {
        var broken = Specimen.all(INDEX).stream()
                .map(specimen -> specimen.clause().id())
                .collect(Collectors.toSet());

        assertThat(INDEX.clauses()).allMatch(broken::contains);
    }
}
