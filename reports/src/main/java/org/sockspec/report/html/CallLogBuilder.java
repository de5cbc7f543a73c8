package org.sockspec.report.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sockspec.report.TranscriptCall;
import org.sockspec.report.text.Text;

/** Lays out the calls of one case. */
final class CallLogBuilder {
    private static final int MAX_CALLS = 60;
    private static final int MAX_TEXT = 160;
    private static final int MAX_LABEL = 28;

    private final List<TranscriptCall> calls;
    private final int omitted;
    private final NavigableSet<Double> moments = new TreeSet<>();
    private final Map<List<String>, Integer> rows = new LinkedHashMap<>();

    private CallLogBuilder(List<TranscriptCall> all) {
        // The last calls are kept: they are the ones that led to the verdict.
        omitted = Math.max(0, all.size() - MAX_CALLS);
        calls = all.subList(omitted, all.size());
        for (TranscriptCall call : calls) {
            moments.add(call.startedMs());
            moments.add(end(call));
            rows.computeIfAbsent(List.of(call.host(), call.lane()), lane -> rows.size() + 2);
        }
    }

    static @Nullable CallLog of(List<TranscriptCall> calls) {
        return calls.isEmpty() ? null : new CallLogBuilder(calls).build();
    }

    private CallLog build() {
        List<CallLog.Lane> lanes = new ArrayList<>();
        rows.forEach((lane, row) -> lanes.add(new CallLog.Lane(row, text(lane.get(0)), text(lane.get(1)))));
        List<CallLog.Tick> ticks = new ArrayList<>();
        moments.forEach(moment -> ticks.add(new CallLog.Tick(column(moment), ms(moment))));
        return new CallLog(
                omitted == 0 ? null : omitted + " earlier calls are in the transcript",
                lanes,
                ticks,
                calls.stream().map(this::bar).toList(),
                calls.stream().map(CallLogBuilder::row).toList());
    }

    private CallLog.Bar bar(TranscriptCall call) {
        int from = column(call.startedMs());
        int to = call.endedMs() == null ? moments.size() + 2 : Math.max(from + 1, column(end(call)));
        String title = text(call.text()) + " → " + text(call.outcome()) + ", " + time(call);
        return new CallLog.Bar(
                rows.getOrDefault(List.of(call.host(), call.lane()), 2),
                from,
                to,
                tone(call),
                call.number(),
                Text.line(name(call.text()), MAX_LABEL),
                Text.line(call.outcome(), MAX_LABEL),
                title);
    }

    private static CallLog.Row row(TranscriptCall call) {
        return new CallLog.Row(
                call.number(),
                time(call),
                tone(call),
                text(call.host()),
                text(call.lane()),
                text(call.text()),
                text(call.outcome()));
    }

    // Column 1 names the lanes.
    private int column(double moment) {
        return moments.headSet(moment).size() + 2;
    }

    private static double end(TranscriptCall call) {
        return call.endedMs() == null ? call.startedMs() : Math.max(call.startedMs(), call.endedMs());
    }

    private static String name(String call) {
        int parenthesis = call.indexOf('(');
        return parenthesis > 0 ? call.substring(0, parenthesis) : call;
    }

    private static String tone(TranscriptCall call) {
        if (call.endedMs() == null) {
            return "blocked";
        }
        return call.outcome().matches("E[A-Z0-9]+") ? "errno" : "returned";
    }

    private static String time(TranscriptCall call) {
        String end = call.endedMs() == null ? "…" : ms(call.endedMs());
        return ms(call.startedMs()) + "–" + end + " ms";
    }

    private static String ms(double ms) {
        return String.format(Locale.ROOT, ms < 100 ? "%.2f" : "%.0f", ms);
    }

    private static String text(String text) {
        return Text.line(text, MAX_TEXT);
    }
}
