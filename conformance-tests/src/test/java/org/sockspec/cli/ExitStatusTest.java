package org.sockspec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sockspec.report.CaseResult;
import org.sockspec.report.Run;
import org.sockspec.report.Verdict;

class ExitStatusTest {
    private static final CaseResult PASSED = result("must", Verdict.PASSED, null);

    @Test
    void conformsWhenEveryMustCasePassedOrMatchesTheBaseline() {
        assertThat(code(PASSED, result("must", Verdict.FAILED, "expected"))).isEqualTo(0);
    }

    @Test
    void failsOnAMustCaseThatDeviates() {
        assertThat(code(PASSED, result("must", Verdict.FAILED, null))).isEqualTo(1);
        assertThat(code(PASSED, result("must", Verdict.HUNG, null))).isEqualTo(1);
        assertThat(code(PASSED, result("must", Verdict.CRASHED, "regression"))).isEqualTo(1);
    }

    @Test
    void excusesALowerLevelButNoCrash() {
        assertThat(code(PASSED, result("should", Verdict.FAILED, null))).isEqualTo(0);
        assertThat(code(PASSED, result("may", Verdict.CRASHED, null))).isEqualTo(1);
    }

    @Test
    void failsOnAnUnsteadyVerdict() {
        assertThat(ExitStatus.of(run(false, PASSED), 1, 0).code()).isEqualTo(1);
    }

    @Test
    void isIncompleteWhenSomethingToldNothing() {
        assertThat(code(PASSED, result("may", Verdict.NOT_RUN, null))).isEqualTo(2);
        assertThat(code(PASSED, result("must", Verdict.INCONCLUSIVE, null))).isEqualTo(2);
        assertThat(code(PASSED, result("must", Verdict.UNSUPPORTED, null))).isEqualTo(0);
    }

    @Test
    void tellsOfABaselineThatIsOutOfDate() {
        assertThat(code(result("must", Verdict.PASSED, "fixed"))).isEqualTo(3);
        assertThat(code(result("must", Verdict.FAILED, "stale"), result("must", Verdict.NOT_RUN, null)))
                .isEqualTo(3);
        assertThat(code(result("must", Verdict.FAILED, "stale"), result("must", Verdict.FAILED, null)))
                .isEqualTo(1);
        assertThat(code(result("must", Verdict.FAILED, "expired"))).isEqualTo(3);
        assertThat(ExitStatus.of(run(false, PASSED), 0, 1).code()).isEqualTo(3);
    }

    @Test
    void saysInWhichWayTheBaselineIsOutOfDate() {
        var run = run(
                false,
                result("must", Verdict.PASSED, "fixed"),
                result("must", Verdict.FAILED, "stale"),
                result("must", Verdict.FAILED, "expired"));

        assertThat(ExitStatus.of(run, 0, 2).text())
                .isEqualTo("the baseline is out of date: 1 case with an expired entry, 1 case with an entry passed,"
                        + " 1 case deviated in another way than its entry says,"
                        + " 2 entries about nothing that was seen");
    }

    @Test
    void doesNotPassWhenNothingRan() {
        assertThat(code(result("must", Verdict.NOT_RUN, null), result("must", Verdict.UNSUPPORTED, null)))
                .isEqualTo(4);
    }

    @Test
    void isInterruptedWhateverElseHappened() {
        assertThat(ExitStatus.of(run(true, result("must", Verdict.FAILED, null)), 0, 0)
                        .code())
                .isEqualTo(130);
    }

    private static int code(CaseResult... cases) {
        return ExitStatus.of(run(false, cases), 0, 0).code();
    }

    private static CaseResult result(String level, Verdict verdict, @Nullable String baseline) {
        return new CaseResult("a.b@inet.stream", "a.b", level, verdict, null, null, 1, baseline, null, null);
    }

    private static Run run(boolean interrupted, CaseResult... cases) {
        return Runs.of(true, interrupted, cases);
    }
}
