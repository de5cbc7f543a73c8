package org.sockspec.cli;

import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    private static final Map<String, String> OUT_OF_DATE = new TreeMap<>(Map.of(
            "fixed", "with an entry passed",
            "stale", "deviated in another way than its entry says",
            "expired", "with an expired entry"));
    private static final Set<Verdict> SAYS_NOTHING = Set.of(Verdict.UNSUPPORTED, Verdict.NOT_RUN);

    /**
     * Judges a run.
     *
     * @param unsteady number of cases whose verdict was not the same in every repetition
     * @param neverSeen number of entries of the baseline that are about nothing the run has seen
     */
    static ExitStatus of(Run run, int unsteady, int neverSeen) {
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
        var outOfDate = outOfDate(run, neverSeen);
        if (!outOfDate.isEmpty()) {
            return new ExitStatus(Exit.BASELINE_OUT_OF_DATE, "the baseline is out of date: " + outOfDate);
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

    private static String outOfDate(Run run, int neverSeen) {
        var parts = new ArrayList<String>();
        OUT_OF_DATE.forEach((status, text) -> {
            long cases = run.cases().stream()
                    .filter(result -> status.equals(result.baseline()))
                    .count();
            if (cases > 0) {
                parts.add(Words.count(cases, "case") + " " + text);
            }
        });
        if (neverSeen > 0) {
            parts.add(Words.count(neverSeen, "entry", "entries") + " about nothing that was seen");
        }
        return String.join(", ", parts);
    }

    /** Tells whether the baseline says something else than was seen, or says it no longer. */
    static boolean isOutOfDate(CaseResult result) {
        return result.baseline() != null && OUT_OF_DATE.containsKey(result.baseline());
    }

    /** A level below must excuses a deviation, but never a crash. */
    private static boolean isUnexpected(CaseResult result) {
        return result.standing() == Standing.DEVIATION
                && !isOutOfDate(result)
                && (result.level().equals("must") || result.verdict() == Verdict.CRASHED);
    }
}
