package org.sockspec.report;

import java.util.List;

/**
 * What a case did.
 *
 * @param calls its calls, in the order they were started
 * @param learnt what it learnt otherwise, in order: the addresses it was lent as objects of the protocol, ports, whether
 *     a file was there
 */
public record Transcript(List<TranscriptCall> calls, List<Object> learnt) {
    /** That of a case nobody has a transcript of. */
    public static final Transcript NONE = new Transcript(List.of(), List.of());
}
