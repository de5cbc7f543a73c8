package org.sockspec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunTest {
    private final Run run = Samples.run();

    @Test
    void summaryCountsCasesByVerdict() {
        assertThat(run.summary())
                .isEqualTo(Map.of(
                        Verdict.PASSED, 2,
                        Verdict.FAILED, 4,
                        Verdict.UNSUPPORTED, 1,
                        Verdict.NOT_RUN, 2,
                        Verdict.INCONCLUSIVE, 1,
                        Verdict.CRASHED, 1,
                        Verdict.HUNG, 1));
    }

    @Test
    void oneBrokenBehaviourCountsAsOneClause() {
        assertThat(Tally.of(run).clauses())
                .isEqualTo(Map.of(
                        Standing.DEVIATION, 3,
                        Standing.KNOWN_DEVIATION, 1,
                        Standing.INCONCLUSIVE, 1,
                        Standing.NOT_RUN, 1,
                        Standing.PASSED, 1,
                        Standing.UNSUPPORTED, 1));
        assertThat(Tally.of(run).cases())
                .containsEntry(Standing.DEVIATION, 4)
                .containsEntry(Standing.KNOWN_DEVIATION, 2);
    }

    @Test
    void knownDeviationIsNeitherPassedNorADeviation() {
        CaseResult known = run.cases().get(5);

        assertThat(known.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(known.standing()).isEqualTo(Standing.KNOWN_DEVIATION);
    }

    @Test
    void caseOfAClauseOutsideThePlanIsKept() {
        Run unplanned = new Run(
                run.suite(),
                run.implementation(),
                run.environment(),
                "posix",
                null,
                true,
                run.started(),
                1,
                false,
                List.of(),
                run.cases());

        assertThat(ClauseResult.of(unplanned))
                .flatExtracting(ClauseResult::cases)
                .hasSameSizeAs(run.cases());
    }

    @Test
    void repeatCommandNamesTesteeAndProfile() {
        assertThat(run.repeatCommand("a.b@inet.stream"))
                .isEqualTo(
                        "./sockspec run --select a.b@inet.stream --testee './netstack-testee --mtu 1500' --profile posix");
    }

    @Test
    void reasonsGroupCasesInconclusiveFirst() {
        assertThat(Reason.of(run))
                .extracting(reason ->
                        reason.verdict().symbol() + " " + reason.cases().size())
                .containsExactly("inconclusive 1", "not-run 2", "unsupported 1");
    }
}
