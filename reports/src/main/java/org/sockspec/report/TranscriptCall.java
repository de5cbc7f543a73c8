package org.sockspec.report;

import org.jspecify.annotations.Nullable;

/**
 * Records one call of a case as both sides of the testee protocol saw it.
 *
 * @param number position in the case, from 1, in the order the calls were started
 * @param host name of the host that made the call, such as {@code client}
 * @param lane name of the lane that made the call
 * @param method name of the call in the protocol
 * @param text the call rendered like C, such as {@code connect(3, 127.0.0.1:80)}
 * @param startedMs start, in ms since the case began
 * @param endedMs end, in ms since the case began, or null while the call never returned
 * @param looks how often the test waited for it in vain, to see that it stays blocked
 * @param outcome the outcome rendered, such as {@code 0}, {@code ECONNREFUSED} or {@code still blocked}
 * @param request the request as it was sent, JSON
 * @param answer the answer as it was received, or null if there was none
 */
public record TranscriptCall(
        int number,
        String host,
        String lane,
        String method,
        String text,
        double startedMs,
        @Nullable Double endedMs,
        int looks,
        String outcome,
        String request,
        @Nullable String answer) {}
