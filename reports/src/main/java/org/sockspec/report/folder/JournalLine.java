package org.sockspec.report.folder;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockspec.report.CaseResult;
import org.sockspec.report.TranscriptCall;

/**
 * One line of the journal after its header.
 *
 * @param atMs when the case was appended, in ms since the journal was opened
 */
record JournalLine(
        @JsonProperty("case") String caseId,
        double atMs,
        CaseResult result,
        List<TranscriptCall> calls,
        List<Object> learnt) {

    /** What a reader needs that is after the verdicts only. */
    record Ended(double atMs, @Nullable CaseResult result) {}
}
