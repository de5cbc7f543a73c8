package org.sockspec.cli;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sockspec.engine.Baseline;
import org.sockspec.engine.CaseReport;
import org.sockspec.engine.Exchange;
import org.sockspec.report.CaseResult;
import org.sockspec.report.Transcript;
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
                detail(report),
                Math.round(report.durationMs() * 1000) / 1000.0,
                entry == null ? null : status(report, entry),
                entry == null ? null : entry.reason(),
                errorOutput(report));
    }

    /** Returns the host that the implementation played against the reference; empty where it played all. */
    static String part(CaseReport report) {
        return Objects.requireNonNullElse(report.run().suite().cast().part(), "");
    }

    private static @Nullable String detail(CaseReport report) {
        var part = part(report);
        return part.isEmpty() || report.detail() == null
                ? report.detail()
                : "as the " + part + ", against the reference" + side(report) + ": " + report.detail();
    }

    private static String side(CaseReport report) {
        var host = report.deviatesAt();
        if (host == null) {
            return "";
        }
        return host.equals(part(report))
                ? ", its own call deviates"
                : ", the reference's call deviates because of what it got";
    }

    static Transcript transcript(CaseReport report) {
        long start = report.run().started();
        var calls = report.run().exchanges().stream()
                .map(exchange -> call(exchange, start))
                .toList();
        return new Transcript(calls, Facts.plain(report.run().learnt()));
    }

    private static TranscriptCall call(Exchange exchange, long start) {
        long ended = exchange.ended();
        return new TranscriptCall(
                exchange.number(),
                exchange.host(),
                exchange.lane(),
                exchange.call().method(),
                exchange.text(),
                ms(exchange.started() - start),
                ended == 0 ? null : (Double) ms(ended - start),
                exchange.looks(),
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
