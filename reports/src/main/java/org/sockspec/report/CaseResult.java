package org.sockspec.report;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Records how one case ended.
 *
 * @param id such as {@code connect.refused.no-listener@inet.stream}
 * @param clause id of the clause
 * @param level must, should, may or unspecified
 * @param verdict how the case ended
 * @param observed the outcome that was seen, if there was one
 * @param detail what to know beyond the verdict: the failed expectation, or why there is no verdict
 * @param durationMs duration in ms
 * @param baseline expected, regression, fixed, stale or expired, or null if the baseline does not name the case
 * @param baselineReason the reason the baseline gives
 * @param stderr what the hosts wrote to stderr during the case
 */
public record CaseResult(
        String id,
        String clause,
        String level,
        Verdict verdict,
        @Nullable String observed,
        @Nullable String detail,
        double durationMs,
        @Nullable String baseline,
        @Nullable String baselineReason,
        @Nullable String stderr) {

    /** Refuses a case that a file holds only in part. */
    public CaseResult {
        Objects.requireNonNull(id, "the id of a case is missing");
        Objects.requireNonNull(clause, "the clause of a case is missing");
        Objects.requireNonNull(level, "the level of a case is missing");
        Objects.requireNonNull(verdict, "the verdict of a case is missing");
    }

    /** Returns the group this case is counted in. */
    public Standing standing() {
        return Standing.of(verdict, "expected".equals(baseline));
    }

    /** Returns the domain and type of the case, such as {@code inet.stream}. */
    public String variant() {
        return id.substring(id.indexOf('@') + 1);
    }
}
