package org.sockspec.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Counts a run: clauses first, cases second.
 *
 * @param clauses number of clauses by standing; a standing without clauses has no entry
 * @param cases number of cases by standing; a standing without cases has no entry
 */
public record Tally(Map<Standing, Integer> clauses, Map<Standing, Integer> cases) {

    /** Counts a run. */
    public static Tally of(Run run) {
        return new Tally(
                count(ClauseResult.of(run).stream().map(ClauseResult::standing).toList()),
                count(run.cases().stream().map(CaseResult::standing).toList()));
    }

    /** Renders counts as one phrase, such as {@code 2 deviations, 370 passed}. */
    public static String phrase(Map<Standing, Integer> counts) {
        String phrase = counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().label(entry.getValue()))
                .collect(Collectors.joining(", "));
        return phrase.isEmpty() ? "none" : phrase;
    }

    private static Map<Standing, Integer> count(List<Standing> standings) {
        Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
        standings.forEach(standing -> counts.merge(standing, 1, Integer::sum));
        return counts;
    }
}
