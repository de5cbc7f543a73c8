package org.sockspec.cli.soak;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sockspec.catalogue.CaseId;
import org.sockspec.engine.CaseReport;
import org.sockspec.engine.Exchange;
import org.sockspec.report.Verdict;

/** Remembers for each case every verdict it ever had, and what it did the first time it had it. */
public final class Steadiness {
    private final Map<String, Map<Verdict, Sight>> verdicts = new TreeMap<>();
    private int runs;

    /**
     * The first time that a case had a verdict.
     *
     * @param calls its transcript, a line each
     */
    public record Sight(
            CaseId id,
            Verdict verdict,
            Round round,
            @Nullable String detail,
            List<String> calls) {}

    /** Takes a report in. */
    public synchronized void add(Round round, CaseReport report) {
        runs++;
        verdicts.computeIfAbsent(report.run().id().toString(), id -> new LinkedHashMap<>())
                .computeIfAbsent(report.verdict(), verdict -> sight(round, report));
    }

    /** Returns how many cases were run, repetitions counted. */
    public synchronized int runs() {
        return runs;
    }

    /** Returns what was seen of the cases with more than one verdict, case by case. */
    public synchronized List<Collection<Sight>> unsteady() {
        var unsteady = new ArrayList<Collection<Sight>>();
        verdicts.values().stream()
                .filter(seen -> seen.size() > 1)
                .forEach(seen -> unsteady.add(List.copyOf(seen.values())));
        return unsteady;
    }

    private static Sight sight(Round round, CaseReport report) {
        long start = report.run().started();
        return new Sight(
                report.run().id(),
                report.verdict(),
                round,
                report.detail(),
                report.run().exchanges().stream().map(call -> line(call, start)).toList());
    }

    private static String line(Exchange call, long start) {
        return "%9.3f  %-7s %s  %s = %s"
                .formatted((call.started() - start) / 1e6, call.host(), call.lane(), call.text(), call.now());
    }
}
