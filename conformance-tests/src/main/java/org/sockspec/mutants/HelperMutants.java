package org.sockspec.mutants;

import java.util.Map;
import java.util.TreeMap;
import org.sockspec.engine.Helpers;

/** Broken variants of the portable helpers, by the clause whose test must notice. */
final class HelperMutants {
    static final Map<String, Helpers> BY_CLAUSE = byClause();

    private HelperMutants() {}

    private static Map<String, Helpers> byClause() {
        var all = new TreeMap<String, Helpers>();
        all.putAll(RetryMutants.BY_CLAUSE);
        all.putAll(ServerInitMutants.BY_CLAUSE);
        return Map.copyOf(all);
    }
}
