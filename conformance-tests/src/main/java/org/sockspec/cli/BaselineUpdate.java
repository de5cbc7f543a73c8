package org.sockspec.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sockspec.catalogue.CaseId;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.engine.Baseline;
import org.sockspec.report.CaseResult;
import org.sockspec.report.Fingerprint;
import org.sockspec.report.Run;
import org.sockspec.report.Verdict;

/** Brings a baseline up to what a run has seen; what the run has not looked at stays. */
final class BaselineUpdate {
    private static final String NO_REASON = "not explained yet";

    private final Baseline before;
    private final Catalogue catalogue;
    private final Map<String, CaseResult> seen;
    private final List<Baseline.Entry> entries = new ArrayList<>();

    private BaselineUpdate(Baseline before, Run run, Catalogue catalogue) {
        this.before = before;
        this.catalogue = catalogue;
        this.seen = run.cases().stream()
                .filter(result ->
                        result.verdict() == Verdict.PASSED || result.verdict().deviates())
                .collect(Collectors.toMap(CaseResult::id, result -> result, (one, other) -> one, LinkedHashMap::new));
    }

    /** Returns the baseline that this run would have matched. */
    static Baseline of(Baseline before, Run run, Catalogue catalogue, List<Baseline.Entry> neverSeen) {
        var update = new BaselineUpdate(before, run, catalogue);
        for (var entry : before.entries()) {
            if (!neverSeen.contains(entry)) {
                update.take(entry);
            }
        }
        update.seen.values().stream()
                .filter(result ->
                        isNew(result) && before.find(CaseId.parse(result.id())).isEmpty())
                .collect(Collectors.groupingBy(CaseResult::clause, LinkedHashMap::new, Collectors.toList()))
                .forEach((clause, results) -> update.add(clause, results, NO_REASON));
        var name = before.implementation().isEmpty() ? run.implementation().name() : before.implementation();
        return new Baseline(name, update.entries);
    }

    private void take(Baseline.Entry entry) {
        var covered = seen.values().stream()
                .filter(result -> before.find(CaseId.parse(result.id())).equals(Optional.of(entry)))
                .toList();
        if (covered.stream().allMatch(result -> "expected".equals(result.baseline()) || result.baseline() == null)) {
            entries.add(entry);
            return;
        }
        var deviating =
                covered.stream().filter(result -> result.verdict().deviates()).toList();
        if (!deviating.isEmpty()) {
            add(deviating.get(0).clause(), deviating, entry.reason());
        }
    }

    private void add(String clause, List<CaseResult> results, String reason) {
        var all = catalogue.get(clause).cases().stream().map(CaseId::toString).toList();
        boolean whole = results.stream().map(CaseResult::id).toList().containsAll(all)
                && results.stream()
                                .map(result -> entry(clause, result, reason))
                                .distinct()
                                .count()
                        == 1;
        if (whole && all.size() > 1) {
            entries.add(entry(clause + "@*", results.get(0), reason));
        } else {
            results.forEach(result -> entries.add(entry(result.id(), result, reason)));
        }
    }

    private static boolean isNew(CaseResult result) {
        return result.verdict().deviates() && (result.level().equals("must") || result.verdict() == Verdict.CRASHED);
    }

    /** What was observed tells enough; where nothing was, the message has to. */
    private static Baseline.Entry entry(String cases, CaseResult result, String reason) {
        var fingerprint = result.observed() == null ? Fingerprint.of(result.detail()) : null;
        return new Baseline.Entry(cases, result.verdict(), result.observed(), fingerprint, reason, null, null, null);
    }
}
