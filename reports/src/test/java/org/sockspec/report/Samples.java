package org.sockspec.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs to render. */
public final class Samples {
    /** What a hostile testee may send: markup of every format, terminal sequences, invalid characters. */
    public static final String HOSTILE =
            "<script>alert(1)</script> ]]> a|b `code` *bold* \u001B[31mred\u001B[0m \u0000 \uD800 \uDC00 \uFFFF \u202E &amp; \"q\" 'a' {{x}}";

    private static final String PLAIN = "connect.refused.no-listener";

    private Samples() {}

    /** Returns a run with every verdict and every baseline status. */
    public static Run run() {
        return header().run(
                        4_213.5,
                        false,
                        List.of(
                                passed(PLAIN + "@inet.stream", "ECONNREFUSED"),
                                failed(PLAIN + "@inet6.stream", null),
                                failed("accept.peer-address@inet.stream", null),
                                result(
                                        "accept.peer-address@inet6.stream",
                                        "must",
                                        Verdict.CRASHED,
                                        null,
                                        "the testee ended with signal SIGSEGV"),
                                result(
                                        "recv.blocks@inet.stream",
                                        "must",
                                        Verdict.HUNG,
                                        "still blocked",
                                        "recv() was still blocked 2,000 ms after the peer closed"),
                                failed("shutdown.twice@inet.stream", "expected"),
                                failed("shutdown.twice@unix.stream", "expected"),
                                result(
                                        "bind.ephemeral@inet.stream",
                                        "must",
                                        Verdict.PASSED,
                                        "port-assigned",
                                        null,
                                        "fixed"),
                                result(
                                        "dgram.urgent@inet.dgram",
                                        "may",
                                        Verdict.UNSUPPORTED,
                                        null,
                                        "the testee does not declare recv flag MSG_OOB"),
                                result(
                                        "reset.mid-stream@inet.stream",
                                        "must",
                                        Verdict.NOT_RUN,
                                        null,
                                        "no Toxiproxy: none on the PATH, none in the cache, no Docker. Install one, or name one with --toxiproxy URL"),
                                result(
                                        "reset.mid-stream@inet6.stream",
                                        "must",
                                        Verdict.NOT_RUN,
                                        null,
                                        "no Toxiproxy: none on the PATH, none in the cache, no Docker. Install one, or name one with --toxiproxy URL"),
                                result(
                                        "readiness.poll.timeout@inet.stream",
                                        "should",
                                        Verdict.INCONCLUSIVE,
                                        null,
                                        "the machine's noise of 48 ms exceeds the budget of 20 ms")));
    }

    /** Returns a run whose every text of the testee is hostile. */
    public static Run hostile() {
        CaseResult result = new CaseResult(
                PLAIN + "@inet.stream",
                PLAIN,
                "must",
                Verdict.FAILED,
                HOSTILE,
                HOSTILE.repeat(40),
                1,
                "regression",
                HOSTILE,
                HOSTILE);
        CaseResult known = new CaseResult(
                PLAIN + "@inet6.stream",
                PLAIN,
                "must",
                Verdict.FAILED,
                HOSTILE,
                HOSTILE,
                1,
                "expected",
                HOSTILE,
                HOSTILE);
        CaseResult skipped = new CaseResult(
                "recv.blocks@inet.stream",
                "recv.blocks",
                "must",
                Verdict.INCONCLUSIVE,
                null,
                HOSTILE,
                1,
                null,
                null,
                null);
        RunHeader plain = header();
        RunHeader header = new RunHeader(
                plain.suite(),
                new ImplementationInfo(HOSTILE, HOSTILE, HOSTILE, List.of("./testee", HOSTILE)),
                plain.environment(),
                plain.profile(),
                plain.baseline(),
                plain.whole(),
                plain.started(),
                plain.clauses());
        return header.run(1, true, List.of(result, known, skipped));
    }

    /** Returns a run of many cases, four to a clause, all with one verdict. */
    public static Run big(int cases, Verdict verdict) {
        List<ClauseInfo> clauses = new ArrayList<>();
        List<CaseResult> results = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            String clause = "area" + i / 4 % 30 + ".a-condition.what-follows-" + i / 4;
            if (i % 4 == 0) {
                clauses.add(clause(
                        clause,
                        "What the requirement says about the call, in one sentence of usual length, number " + i / 4
                                + ".",
                        "EINVAL",
                        "0"));
            }
            String detail = verdict == Verdict.PASSED ? null : "<x>".repeat(1_000);
            results.add(new CaseResult(
                    clause + "@"
                            + List.of("inet.stream", "inet6.stream", "unix.stream", "inet.dgram")
                                    .get(i % 4),
                    clause,
                    "must",
                    verdict,
                    "ECONNREFUSED",
                    detail,
                    1.5,
                    null,
                    null,
                    null));
        }
        RunHeader plain = header();
        return new RunHeader(
                        plain.suite(),
                        plain.implementation(),
                        plain.environment(),
                        "posix",
                        null,
                        true,
                        plain.started(),
                        clauses)
                .run(3_000, false, results);
    }

    /** Returns the transcript of a case: two hosts, a blocked lane, and an errno. */
    public static Transcript transcript(String caseId) {
        return transcript(List.of(
                call(1, "server", "main", "socket(AF_INET, SOCK_STREAM, 0)", 0.11, 0.16, "3"),
                call(2, "server", "main", "bind(3, 127.4.0.1:0)", 0.21, 0.25, "0"),
                call(3, "server", "main", "listen(3, 1)", 0.31, 0.34, "0"),
                call(4, "server", "acceptor", "accept(3)", 0.42, null, "still blocked"),
                call(5, "client", "main", "socket(AF_INET, SOCK_STREAM, 0)", 0.45, 0.49, "3"),
                call(6, "client", "main", "connect(3, 127.4.0.1:20417)", 0.55, 312.4, "ETIMEDOUT"),
                call(7, "client", "main", "getsockopt(3, SOL_SOCKET, SO_ERROR)", 312.6, 312.7, "0")));
    }

    /** Returns a transcript whose texts are hostile. */
    public static Transcript hostileTranscript(String caseId) {
        return transcript(List.of(call(1, HOSTILE, HOSTILE, HOSTILE, 0, 1.0, HOSTILE)));
    }

    /** Returns what is known before the first case ends. */
    public static RunHeader header() {
        return new RunHeader(
                new SuiteInfo("0.1.0", "1.0", "1.0"),
                new ImplementationInfo(
                        "netstack", "2026.03", "linux x86_64", List.of("./netstack-testee", "--mtu", "1500")),
                new EnvironmentInfo("Linux 6.1", "17.0.12", 2, 0.42, 1, Map.of("toxiproxy", "2.12.0 from the PATH")),
                "posix",
                "mine.yaml",
                true,
                "2026-03-01T12:00:00Z",
                List.of(
                        clause(
                                PLAIN,
                                "connect() to a local port on which no socket listens fails with ECONNREFUSED.",
                                "ECONNREFUSED"),
                        clause(
                                "accept.peer-address",
                                "accept() stores the address of the peer, and its length.",
                                "as-stated"),
                        clause(
                                "recv.blocks",
                                "recv() returns 0 after the peer closed its end and everything was read.",
                                "0"),
                        clause(
                                "shutdown.twice",
                                "A second shutdown() of the same direction fails with ENOTCONN or succeeds.",
                                "ENOTCONN",
                                "0"),
                        clause("bind.ephemeral", "bind() to port 0 assigns a port that is not 0.", "port-assigned"),
                        clause("dgram.urgent", "MSG_OOB on a datagram socket fails with EOPNOTSUPP.", "EOPNOTSUPP"),
                        clause(
                                "reset.mid-stream",
                                "A reset during a transfer fails the next recv() with ECONNRESET.",
                                "ECONNRESET"),
                        clause("readiness.poll.timeout", "poll() does not return before its timeout.", "as-stated")));
    }

    private static ClauseInfo clause(String id, String statement, String... accepts) {
        return new ClauseInfo(
                id,
                statement,
                "POSIX.1-2024, XSH " + ClauseInfo.areaOf(id) + "(), ERRORS",
                List.of(accepts),
                Map.of(
                        "as-stated",
                        "everything the statement says is observed",
                        "port-assigned",
                        "getsockname() reports a port that is not 0"));
    }

    private static Transcript transcript(List<TranscriptCall> calls) {
        return new Transcript(calls, List.of());
    }

    private static TranscriptCall call(
            int number, String host, String lane, String text, double from, @Nullable Double to, String outcome) {
        return new TranscriptCall(
                number,
                host,
                lane,
                text.replaceAll("\\(.*", ""),
                text,
                from,
                to,
                0,
                outcome,
                "{\"id\":" + number + "}",
                to == null ? null : "{\"ret\":0}");
    }

    private static CaseResult passed(String id, String observed) {
        return result(id, "must", Verdict.PASSED, observed, null);
    }

    private static CaseResult failed(String id, @Nullable String baseline) {
        return result(
                id,
                "must",
                Verdict.FAILED,
                "ETIMEDOUT",
                "expected ECONNREFUSED\n but was ETIMEDOUT after 312 ms",
                baseline);
    }

    private static CaseResult result(
            String id, String level, Verdict verdict, @Nullable String observed, @Nullable String detail) {
        return result(id, level, verdict, observed, detail, null);
    }

    private static CaseResult result(
            String id,
            String level,
            Verdict verdict,
            @Nullable String observed,
            @Nullable String detail,
            @Nullable String baseline) {
        String reason = baseline == null ? null : "Linux keeps the state, see its bug 1234";
        String stderr = verdict == Verdict.CRASHED ? "panic: index out of range\n\tnetstack/tcp.go:512" : null;
        return new CaseResult(
                id,
                id.substring(0, id.indexOf('@')),
                level,
                verdict,
                observed,
                detail,
                312.9,
                baseline,
                reason,
                stderr);
    }
}
