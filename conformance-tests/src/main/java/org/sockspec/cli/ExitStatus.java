package org.sockspec.cli;

import java.util.Set;
import org.sockspec.report.CaseResult;
import org.sockspec.report.Run;
import org.sockspec.report.Standing;
import org.sockspec.report.Verdict;

/**
 * What a run comes to.
 *
 * @param code the exit code
 * @param text what the code means here
 */
record ExitStatus(int code, String text) {
    private static final Set<Verdict> SAYS_NOTHING = Set.of(Verdict.UNSUPPORTED, Verdict.NOT_RUN);

    /** Judges a run; {@code unsteady} counts the cases whose verdict was not the same in every repetition. */
    static ExitStatus of(Run run, int unsteady) {
        if (run.interrupted()) {
            return new ExitStatus(Exit.INTERRUPTED, "interrupted; what finished is kept");
        }
        long failed = run.cases().stream().filter(ExitStatus::isUnexpected).count();
        if (failed > 0) {
            return new ExitStatus(Exit.FAILED, Words.count(failed, "unexpected failure"));
        }
        if (unsteady > 0) {
            return new ExitStatus(Exit.FAILED, Words.count(unsteady, "case") + " without a steady verdict");
        }
        long outOfDate = run.cases().stream().filter(ExitStatus::isOutOfDate).count();
        if (outOfDate > 0) {
            return new ExitStatus(
                    Exit.BASELINE_OUT_OF_DATE, "the baseline is out of date in " + Words.count(outOfDate, "case"));
        }
        if (run.cases().stream().map(CaseResult::verdict).allMatch(SAYS_NOTHING::contains)) {
            return new ExitStatus(Exit.NOTHING_RAN, "nothing ran");
        }
        long open = run.cases().stream()
                .filter(result -> result.verdict() == Verdict.NOT_RUN || result.verdict() == Verdict.INCONCLUSIVE)
                .count();
        return open > 0
                ? new ExitStatus(Exit.INCOMPLETE, "nothing failed, but " + Words.count(open, "case") + " told nothing")
                : new ExitStatus(Exit.CONFORMS, "every must case passed or matches the baseline");
    }

    /** Tells whether the baseline says something else than was seen. */
    static boolean isOutOfDate(CaseResult result) {
        return "fixed".equals(result.baseline()) || "stale".equals(result.baseline());
    }

    /** A level below must excuses a deviation, but never a crash. */
    private static boolean isUnexpected(CaseResult result) {
        return result.standing() == Standing.DEVIATION
                && !isOutOfDate(result)
                && (result.level().equals("must") || result.verdict() == Verdict.CRASHED);
    }
}
