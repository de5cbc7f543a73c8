package org.sockspec.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.catalogue.Clause;
import org.sockspec.engine.CaseReport;
import org.sockspec.report.Verdict;
import org.sockspec.runner.SpecIndex;

/** Every executable clause has a mutant, and its test notices. */
class MutantsTest {
    /** A pattern of clause ids: the mutants of these are run alone, while a clause is being written. */
    private static final String ONLY = System.getProperty("only", ".*");

    private static final Set<Verdict> KILLED = Set.of(Verdict.FAILED, Verdict.HUNG);
    private static final Set<Verdict> COULD_NOT_RUN = Set.of(Verdict.NOT_RUN, Verdict.CRASHED);
    private static final SpecIndex INDEX = SpecIndex.of(Catalogue.own());
    private static final MutantRun RUN = MutantRun.prepare(INDEX);

    @AfterAll
    static void close() {
        RUN.close();
    }

    static Stream<Arguments> mutants() {
        return mutants(RUN::runsInProcess);
    }

    static Stream<Arguments> mutantsInProcessesOfTheirOwn() {
        return mutants(clause -> !RUN.runsInProcess(clause));
    }

    private static Stream<Arguments> mutants(Predicate<Clause> which) {
        return executable()
                .filter(which)
                .flatMap(clause -> clause.mutants().stream().map(mutant -> Arguments.of(clause.id(), mutant.id())));
    }

    static Stream<String> helperMutants() {
        return HelperMutants.BY_CLAUSE.keySet().stream().sorted();
    }

    @ParameterizedTest(name = "{0}/{1}", allowZeroInvocations = true)
    @MethodSource("mutants")
    void isKilledByItsOwnClause(String clauseId, String mutantId) {
        var clause = Catalogue.own().get(clauseId);
        var mutant = clause.mutants().stream()
                .filter(candidate -> candidate.id().equals(mutantId))
                .findFirst()
                .orElseThrow();

        assertKilled(RUN.of(clause, mutant));
    }

    /** All their processes at once would start too slowly. */
    @ParameterizedTest(name = "{0}/{1}", allowZeroInvocations = true)
    @MethodSource("mutantsInProcessesOfTheirOwn")
    @Execution(ExecutionMode.SAME_THREAD)
    void isKilledInAProcessOfItsOwn(String clause, String mutant) {
        isKilledByItsOwnClause(clause, mutant);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("helperMutants")
    void brokenHelperIsKilledByItsOwnClause(String clause) {
        assertKilled(RUN.of(Catalogue.own().get(clause), HelperMutants.BY_CLAUSE.get(clause)));
    }

    @Test
    void everyExecutableClauseHasAMutant() {
        assertThat(executable()
                        .filter(clause -> clause.mutants().isEmpty())
                        .map(Clause::id)
                        .filter(clause -> !HelperMutants.BY_CLAUSE.containsKey(clause)))
                .isEmpty();
    }

    private static Stream<Clause> executable() {
        return INDEX.clauses().stream().filter(id -> id.matches(ONLY)).map(Catalogue.own()::get);
    }

    private static void assertKilled(List<CaseReport> reports) {
        assertThat(reports).isNotEmpty();
        assertThat(reports)
                .as("cases that noticed; the others: %s", summary(reports))
                .anyMatch(report -> KILLED.contains(report.verdict()));
        assertThat(reports)
                .as("cases that could not run: %s", summary(reports))
                .noneMatch(report -> COULD_NOT_RUN.contains(report.verdict()));
    }

    private static List<String> summary(List<CaseReport> reports) {
        return reports.stream()
                .map(report -> report.run().id() + " " + report.verdict() + " " + report.detail())
                .toList();
    }
}
