package org.sockspec.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sockspec.engine.Baseline;
import org.sockspec.engine.CaseReport;
import org.sockspec.engine.Exchange;
import org.sockspec.report.CaseResult;
import org.sockspec.report.TranscriptCall;
import org.sockspec.report.Verdict;

/** Turns what the engine reports of a case into what a run keeps of it. */
final class CaseRecord {
    private CaseRecord() {}

    static CaseResult result(CaseReport report) {
        var entry = report.baseline();
        var clause = report.run().clause();
        return new CaseResult(
                report.run().id().toString(),
                clause.id(),
                clause.level().symbol(),
                report.verdict(),
                report.observed(),
                report.detail(),
                Math.round(report.durationMs() * 1000) / 1000.0,
                entry == null ? null : status(report, entry),
                entry == null ? null : entry.reason(),
                errorOutput(report));
    }

    static List<TranscriptCall> calls(CaseReport report) {
        long start = report.run().started();
        return report.run().exchanges().stream()
                .map(exchange -> call(exchange, start))
                .toList();
    }

    private static TranscriptCall call(Exchange exchange, long start) {
        long ended = exchange.ended();
        return new TranscriptCall(
                exchange.number(),
                exchange.host(),
                exchange.lane(),
                exchange.text(),
                ms(exchange.started() - start),
                ended == 0 ? null : (Double) ms(ended - start),
                exchange.now().toString(),
                exchange.request(),
                exchange.answer());
    }

    /** Compares a case with the entry of the baseline that names it. */
    private static @Nullable String status(CaseReport report, Baseline.Entry entry) {
        if (report.isKnownDeviation()) {
            return entry.expires() != null && entry.expires().isBefore(LocalDate.now()) ? "expired" : "expected";
        }
        return switch (report.verdict()) {
            case PASSED -> "fixed";
            case FAILED -> "stale";
            case CRASHED, HUNG -> "regression";
            case UNSUPPORTED, NOT_RUN, INCONCLUSIVE -> null;
        };
    }

    private static @Nullable String errorOutput(CaseReport report) {
        if (!report.verdict().deviates() || report.verdict() == Verdict.FAILED && report.isKnownDeviation()) {
            return null;
        }
        var output = report.run().hosts().stream()
                .map(host -> host.testee().errorOutput())
                .filter(text -> !text.isBlank())
                .distinct()
                .collect(Collectors.joining("\n"));
        return output.isEmpty() ? null : output;
    }

    private static double ms(long nanos) {
        return Math.round(nanos / 1e3) / 1e3;
    }
}
