package org.sockspec.catalogue;

import org.sockspec.api.Outcome;
import org.sockspec.api.Returned;

/**
 * Recognises outcomes of real calls.
 *
 * @param symbol an errno name, a return value, or {@code success} for every return value
 */
public record Result(String symbol) {
    /** Stands for every return value. */
    public static final String SUCCESS = "success";

    public boolean matches(Outcome outcome) {
        if (outcome instanceof Returned returned) {
            return symbol.equals(SUCCESS) || symbol.equals(Long.toString(returned.value()));
        }
        return outcome instanceof Outcome.Failed failed
                && symbol.equals(failed.errno().name());
    }
}
