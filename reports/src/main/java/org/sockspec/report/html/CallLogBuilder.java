package org.sockspec.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
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
    private final Map<Event, Integer> columns = new LinkedHashMap<>();
    private final Map<List<String>, Integer> rows = new LinkedHashMap<>();

    /** A start or an end; each has a column of its own, so that calls of one lane never overlap. */
    private record Event(double time, int index, boolean end) {}

    private CallLogBuilder(List<TranscriptCall> all) {
        // The last calls are kept: they are the ones that led to the verdict.
        omitted = Math.max(0, all.size() - MAX_CALLS);
        calls = all.subList(omitted, all.size());
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            TranscriptCall call = calls.get(i);
            events.add(start(i));
            if (call.endedMs() != null) {
                events.add(end(i));
            }
            rows.computeIfAbsent(lane(call), lane -> rows.size() + 2);
        }
        events.sort(Comparator.comparingDouble(Event::time)
                .thenComparing(Event::index)
                .thenComparing(Event::end));
        // Column 1 names the lanes.
        events.forEach(event -> columns.put(event, columns.size() + 2));
    }

    static @Nullable CallLog of(List<TranscriptCall> calls) {
        return calls.isEmpty() ? null : new CallLogBuilder(calls).build();
    }

    private CallLog build() {
        List<CallLog.Lane> lanes = new ArrayList<>();
        rows.forEach((lane, row) ->
                lanes.add(new CallLog.Lane(row, Text.line(lane.get(0), MAX_LABEL), Text.line(lane.get(1), MAX_LABEL))));
        return new CallLog(
                omitted == 0 ? null : omitted + " earlier calls are in the transcript",
                columns.size() + 1,
                lanes,
                ticks(),
                IntStream.range(0, calls.size()).mapToObj(this::bar).toList(),
                calls.stream().map(CallLogBuilder::row).toList());
    }

    private List<CallLog.Tick> ticks() {
        List<CallLog.Tick> ticks = new ArrayList<>();
        columns.forEach((event, column) -> {
            double took = event.time() - calls.get(event.index()).startedMs();
            // The end of a quick call adds nothing to its start but clutter.
            if (!event.end() || took >= 1) {
                ticks.add(new CallLog.Tick(column, ms(event.time())));
            }
        });
        return ticks;
    }

    private CallLog.Bar bar(int index) {
        TranscriptCall call = calls.get(index);
        int open = columns.size() + 3;
        return new CallLog.Bar(
                rows.getOrDefault(lane(call), 2),
                columns.getOrDefault(start(index), 2),
                call.endedMs() == null ? open : columns.getOrDefault(end(index), open),
                tone(call),
                call.number(),
                Text.line(name(call.text()), MAX_LABEL),
                Text.line(call.outcome(), MAX_LABEL),
                text(call.text()) + " → " + text(call.outcome()) + ", " + time(call) + " ms");
    }

    private Event start(int index) {
        return new Event(calls.get(index).startedMs(), index, false);
    }

    private Event end(int index) {
        TranscriptCall call = calls.get(index);
        Double ended = call.endedMs();
        return new Event(ended == null ? call.startedMs() : Math.max(call.startedMs(), ended), index, true);
    }

    private static List<String> lane(TranscriptCall call) {
        return List.of(call.host(), call.lane());
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
        return ms(call.startedMs()) + "–" + end;
    }

    private static String ms(double ms) {
        return String.format(Locale.ROOT, ms < 100 ? "%.2f" : "%.1f", ms);
    }

    private static String text(String text) {
        return Text.line(text, MAX_TEXT);
    }
}
