package org.sockspec.engine;

import java.util.List;
import java.util.Optional;
import org.sockspec.catalogue.CaseId;

/** The known deviations of one implementation. */
public record Baseline(List<Entry> entries) {
    public static final Baseline NONE = new Baseline(List.of());

    /**
     * One known deviation.
     *
     * @param cases a case id; a {@code *} after the {@code @} stands for every domain and type of the clause
     * @param observed the outcome that is expected instead of an accepted one
     * @param reason why the implementation deviates
     */
    public record Entry(String cases, String observed, String reason) {
        boolean covers(CaseId id) {
            return cases.equals(id.toString()) || cases.equals(id.clause() + "@*");
        }
    }

    /** Returns the entry for a case. */
    public Optional<Entry> find(CaseId id) {
        return entries.stream().filter(entry -> entry.covers(id)).findFirst();
    }
}
