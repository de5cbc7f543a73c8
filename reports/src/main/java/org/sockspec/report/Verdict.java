package org.sockspec.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Says how one case ended. */
public enum Verdict {
    PASSED,
    FAILED,
    UNSUPPORTED,
    NOT_RUN,
    INCONCLUSIVE,
    CRASHED,
    HUNG;

    private final String symbol = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Returns the spelling used in files and on the command line, such as {@code not-run}. */
    @JsonValue
    public String symbol() {
        return symbol;
    }

    /** Tells whether the implementation did something that no accepted outcome allows. */
    public boolean deviates() {
        return this == FAILED || this == CRASHED || this == HUNG;
    }
}
