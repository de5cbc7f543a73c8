package org.sockspec.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups the cases of one clause, so that one broken behaviour shows as one.
 *
 * @param clause the clause
 * @param cases its cases, at least one
 */
public record ClauseResult(ClauseInfo clause, List<CaseResult> cases) {

    /** Copies the cases. */
    public ClauseResult {
        cases = List.copyOf(cases);
    }

    /** Returns the clauses of a run that have a case, in the order of the plan. */
    public static List<ClauseResult> of(Run run) {
        Map<String, ClauseInfo> clauses = new LinkedHashMap<>();
        Map<String, List<CaseResult>> cases = new LinkedHashMap<>();
        for (ClauseInfo clause : run.clauses()) {
            clauses.put(clause.id(), clause);
            cases.put(clause.id(), new ArrayList<>());
        }
        for (CaseResult result : run.cases()) {
            cases.computeIfAbsent(result.clause(), id -> new ArrayList<>()).add(result);
        }
        List<ClauseResult> results = new ArrayList<>();
        cases.forEach((id, of) -> {
            if (!of.isEmpty()) {
                results.add(new ClauseResult(clauses.getOrDefault(id, unplanned(id)), of));
            }
        });
        return results;
    }

    // A run pieced together from shards or an older journal may lack the text of a clause.
    private static ClauseInfo unplanned(String id) {
        return new ClauseInfo(id, "", "", List.of(), Map.of());
    }

    /** Returns the most urgent standing among the cases. */
    public Standing standing() {
        Standing urgent = Standing.UNSUPPORTED;
        for (CaseResult result : cases) {
            urgent = result.standing().compareTo(urgent) < 0 ? result.standing() : urgent;
        }
        return urgent;
    }

    /** Returns the level: must, should, may or unspecified. */
    public String level() {
        return cases.get(0).level();
    }

    /** Returns the area, such as {@code connect}. */
    public String area() {
        return ClauseInfo.areaOf(clause.id());
    }

    /** Returns the cases of one standing. */
    public List<CaseResult> cases(Standing standing) {
        return cases.stream().filter(result -> result.standing() == standing).toList();
    }
}
