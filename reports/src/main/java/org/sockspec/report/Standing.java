package org.sockspec.report;

/**
 * Names the groups in which reports count cases and clauses, the most urgent first.
 *
 * <p>This is for presentation only; verdict and baseline status stay two fields everywhere else.
 */
public enum Standing {
    DEVIATION("deviation", "deviations"),
    KNOWN_DEVIATION("known deviation", "known deviations"),
    INCONCLUSIVE("inconclusive", "inconclusive"),
    NOT_RUN("not-run", "not-run"),
    PASSED("passed", "passed"),
    UNSUPPORTED("unsupported", "unsupported");

    private final String singular;
    private final String plural;

    Standing(String singular, String plural) {
        this.singular = singular;
        this.plural = plural;
    }

    static Standing of(Verdict verdict, boolean expected) {
        return switch (verdict) {
            case PASSED -> PASSED;
            case UNSUPPORTED -> UNSUPPORTED;
            case NOT_RUN -> NOT_RUN;
            case INCONCLUSIVE -> INCONCLUSIVE;
            case FAILED, CRASHED, HUNG -> expected ? KNOWN_DEVIATION : DEVIATION;
        };
    }

    /** Returns the word that follows a count, such as {@code known deviations}. */
    public String label(int count) {
        return count == 1 ? singular : plural;
    }
}
