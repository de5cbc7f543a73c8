package org.sockspec.cli;

import java.util.List;
import org.sockspec.catalogue.CaseId;
import org.sockspec.engine.Baseline;
import org.sockspec.report.Run;
import org.sockspec.report.Verdict;

/** Finds the entries of a baseline that are about nothing a whole run has seen. */
final class NeverSeen {
    private NeverSeen() {}

    /** Returns the entries whose cases were all missing or unsupported; none for a run of a selection. */
    static List<Baseline.Entry> of(Baseline baseline, Run run) {
        if (!run.whole() || run.interrupted()) {
            return List.of();
        }
        var seen = run.cases().stream()
                .filter(result -> result.verdict() != Verdict.UNSUPPORTED)
                .map(result -> CaseId.parse(result.id()))
                .toList();
        return baseline.entries().stream()
                .filter(entry -> seen.stream().noneMatch(entry::covers))
                .toList();
    }
}
