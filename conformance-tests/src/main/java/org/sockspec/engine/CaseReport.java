package org.sockspec.engine;

import org.jspecify.annotations.Nullable;
import org.sockspec.report.Verdict;

/**
 * What became of a case.
 *
 * @param run its world, with the transcript
 * @param observed the outcome that was seen, or null if the case did not come that far
 * @param detail what went wrong, in words, or null
 * @param baseline the entry of the baseline that stands for this case, or null
 */
public record CaseReport(
        CaseRun run,
        Verdict verdict,
        @Nullable String observed,
        @Nullable String detail,
        double durationMs,
        Baseline.@Nullable Entry baseline) {

    /** Tells whether the case failed in just the way the baseline says. */
    public boolean isKnownDeviation() {
        return baseline != null && baseline.describes(verdict, observed, detail);
    }
}
