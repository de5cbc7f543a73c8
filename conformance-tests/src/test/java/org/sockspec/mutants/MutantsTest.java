package org.sockspec.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.engine.CaseReport;
import org.sockspec.runner.SpecIndex;

/** Every executable clause has a mutant, and its test notices. */
class MutantsTest {
    /** A pattern of clause ids: the mutants of these are run alone, while a clause is being written. */
    private static final String ONLY = System.getProperty("only", ".*");

    private static final SpecIndex INDEX = SpecIndex.of(Catalogue.own());
    private static final Laboratory LABORATORY = new Laboratory(INDEX);

    @AfterAll
    static void close() {
        LABORATORY.close();
    }

    static Stream<Named<Specimen>> mutants() {
        return Specimen.all(INDEX).stream()
                .filter(specimen -> specimen.clause().id().matches(ONLY))
                .map(specimen -> Named.of(specimen.id(), specimen));
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("mutants")
    void isKilledByItsOwnClause(Specimen specimen) {
        var reports = LABORATORY.ownCases(specimen);

        assertThat(Fate.of(reports)).as(summary(reports)).isEqualTo(Fate.KILLED);
    }

    @Test
    void everyExecutableClauseHasAMutant() {
        var broken = Specimen.all(INDEX).stream().map(one -> one.clause().id()).collect(Collectors.toSet());

        assertThat(INDEX.clauses()).allMatch(broken::contains);
    }

    private static String summary(List<CaseReport> reports) {
        return reports.stream()
                .map(report -> report.run().id() + " " + report.verdict() + " " + report.detail())
                .collect(Collectors.joining("\n"));
    }
}
