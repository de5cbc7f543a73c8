package org.sockspec.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups the cases that say nothing about the implementation, by what kept them from it.
 *
 * @param verdict inconclusive, not-run or unsupported
 * @param text the reason, and the remedy if there is one
 * @param cases the cases, at least one
 */
public record Reason(Verdict verdict, String text, List<CaseResult> cases) {
    private static final List<Verdict> WITHOUT = List.of(Verdict.INCONCLUSIVE, Verdict.NOT_RUN, Verdict.UNSUPPORTED);

    private record Key(Verdict verdict, String text) {}

    /** Copies the cases. */
    public Reason {
        cases = List.copyOf(cases);
    }

    /** Returns the reasons of a run: inconclusive first, then not-run, then unsupported. */
    public static List<Reason> of(Run run) {
        Map<Key, List<CaseResult>> groups = new LinkedHashMap<>();
        for (Verdict verdict : WITHOUT) {
            for (CaseResult result : run.cases()) {
                if (result.verdict() == verdict) {
                    String text = result.detail() == null ? "no reason given" : result.detail();
                    groups.computeIfAbsent(new Key(verdict, text), key -> new ArrayList<>())
                            .add(result);
                }
            }
        }
        return groups.entrySet().stream()
                .map(group ->
                        new Reason(group.getKey().verdict(), group.getKey().text(), group.getValue()))
                .toList();
    }
}
