package org.sockspec.cli;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sockspec.catalogue.CaseId;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.report.CaseResult;
import org.sockspec.report.ClauseInfo;
import org.sockspec.report.Run;

/** Makes one run of its shards. */
final class MergedRun {
    private MergedRun() {}

    /**
     * Puts shards together.
     *
     * @throws UsageException if they are not of one suite, implementation and profile
     */
    static Run of(Map<Path, Run> shards) {
        var first = shards.values().iterator().next();
        shards.forEach((path, shard) -> {
            if (!kind(shard).equals(kind(first))) {
                throw new UsageException(path + " is a run of " + kind(shard) + ", and "
                        + shards.keySet().iterator().next() + " one of " + kind(first)
                        + "; only shards of one run can be merged");
            }
        });
        var cases = cases(shards.values());
        return new Run(
                first.suite(),
                first.implementation(),
                first.environment(),
                first.profile(),
                first.baseline(),
                false,
                shards.values().stream()
                        .map(Run::started)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                shards.values().stream().mapToDouble(Run::wallMs).max().orElseThrow(),
                shards.values().stream().anyMatch(Run::interrupted),
                clauses(shards.values()),
                cases);
    }

    /** Says what has to be the same in all shards. */
    private static String kind(Run run) {
        return run.implementation().name() + " " + run.implementation().version() + " in the profile " + run.profile()
                + " by suite " + run.suite().version();
    }

    private static List<ClauseInfo> clauses(Collection<Run> shards) {
        var order = inOrder(
                Catalogue.own().clauses().stream().map(clause -> clause.id()).toList());
        return shards.stream()
                .flatMap(shard -> shard.clauses().stream())
                .collect(Collectors.toMap(ClauseInfo::id, Function.identity(), (one, same) -> one))
                .values()
                .stream()
                .sorted(Comparator.comparing(clause -> order.getOrDefault(clause.id(), Integer.MAX_VALUE)))
                .toList();
    }

    private static List<CaseResult> cases(Collection<Run> shards) {
        var order = inOrder(Catalogue.own().clauses().stream()
                .flatMap(clause -> clause.cases().stream())
                .map(CaseId::toString)
                .toList());
        var results = new LinkedHashMap<String, CaseResult>();
        shards.stream()
                .flatMap(shard -> shard.cases().stream())
                .forEach(result -> results.merge(result.id(), result, MergedRun::worse));
        return results.values().stream()
                .sorted(Comparator.comparing(result -> order.getOrDefault(result.id(), Integer.MAX_VALUE)))
                .toList();
    }

    private static CaseResult worse(CaseResult one, CaseResult other) {
        return one.standing().compareTo(other.standing()) <= 0 ? one : other;
    }

    private static Map<String, Integer> inOrder(List<String> ids) {
        return IntStream.range(0, ids.size()).boxed().collect(Collectors.toMap(ids::get, Function.identity()));
    }
}
