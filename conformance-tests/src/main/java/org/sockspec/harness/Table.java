package org.sockspec.harness;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Rows of data that one method runs through, one per clause. */
public final class Table<R> {
    private final Map<String, R> rows = new LinkedHashMap<>();

    public static <R> Table<R> of(Class<R> type) {
        return new Table<>();
    }

    /** Adds the row of a clause. */
    public Table<R> row(String clause, R row) {
        if (rows.put(clause, row) != null) {
            throw new IllegalArgumentException("two rows for " + clause);
        }
        return this;
    }

    Set<String> clauses() {
        return rows.keySet();
    }

    R row(String clause) {
        return rows.get(clause);
    }
}
