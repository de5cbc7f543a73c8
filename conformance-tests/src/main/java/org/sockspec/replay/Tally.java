package org.sockspec.replay;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How many cases notice a kind of change, and how many let it pass.
 *
 * @param noticed the number of cases by kind
 * @param unnoticed the number of cases by kind
 */
public record Tally(Map<String, Long> noticed, Map<String, Long> unnoticed) {
    /** Counts each case once for each kind. */
    public static Tally of(List<Replayed> cases) {
        return new Tally(count(cases, Replayed::noticed), count(cases, Replayed::unnoticed));
    }

    /** Returns what no case notices, in order, with the number of cases that let it pass. */
    public Map<String, Long> neverNoticed() {
        var never = new TreeMap<>(unnoticed);
        never.keySet().removeAll(noticed.keySet());
        return never;
    }

    private static Map<String, Long> count(
            List<Replayed> cases, Function<Replayed, Collection<Replayed.Change>> changes) {
        return cases.stream()
                .flatMap(one ->
                        changes.apply(one).stream().map(Replayed.Change::kind).distinct())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }
}
