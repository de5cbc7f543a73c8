package org.sockspec.cli;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sockspec.catalogue.CaseId;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.report.CaseResult;
import org.sockspec.report.Standing;
import org.sockspec.report.Transcript;
import org.sockspec.report.Verdict;
import org.sockspec.report.folder.Journal;

/**
 * The results of a run while they come in, from many threads at once. Each goes to the journal first. Where a case runs
 * several times, its most urgent result stands.
 */
final class Results {
    private final Journal journal;
    private final Map<String, CaseResult> results = new LinkedHashMap<>();
    private final Map<String, Map<Verdict, Integer>> verdicts = new TreeMap<>();
    private final Map<Standing, Integer> counts = new EnumMap<>(Standing.class);

    Results(Journal journal) {
        this.journal = journal;
    }

    /**
     * Adds a result.
     *
     * @param part the host that the implementation played; verdicts of one case are compared only where it is the same
     */
    void add(CaseResult result, String part, Transcript transcript) {
        if (take(result, part)) {
            journal.append(result, transcript);
        }
    }

    private synchronized boolean take(CaseResult result, String part) {
        var run = part.isEmpty() ? result.id() : result.id() + " as the " + part;
        verdicts.computeIfAbsent(run, id -> new EnumMap<>(Verdict.class)).merge(result.verdict(), 1, Integer::sum);
        counts.merge(result.standing(), 1, Integer::sum);
        var held = results.get(result.id());
        if (held != null && held.standing().compareTo(result.standing()) <= 0) {
            return false;
        }
        results.put(result.id(), result);
        return true;
    }

    /** Returns how many results of a standing have come in, each repetition counted. */
    synchronized int count(Standing standing) {
        return counts.getOrDefault(standing, 0);
    }

    /** Returns how many results have come in, each repetition counted. */
    synchronized int count() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns the cases whose verdict was not always the same, with how often each verdict came. */
    synchronized Map<String, String> unsteady() {
        var unsteady = new TreeMap<String, String>();
        verdicts.forEach((id, counted) -> {
            if (counted.size() > 1) {
                unsteady.put(
                        id,
                        counted.entrySet().stream()
                                .map(entry -> entry.getKey().symbol() + " " + entry.getValue() + "x")
                                .collect(Collectors.joining(", ")));
            }
        });
        return unsteady;
    }

    /** Returns a result for every planned case, in the order of the plan; what never came is not-run. */
    synchronized List<CaseResult> all(Collection<CaseId> planned, Catalogue catalogue, String whyMissing) {
        return planned.stream()
                .map(id -> {
                    var result = results.get(id.toString());
                    return result == null ? missing(id, catalogue, whyMissing) : result;
                })
                .toList();
    }

    private static CaseResult missing(CaseId id, Catalogue catalogue, String why) {
        var level = catalogue.get(id.clause()).level().symbol();
        return new CaseResult(id.toString(), id.clause(), level, Verdict.NOT_RUN, null, why, 0, null, null, null);
    }
}
