package org.sockspec.report.folder;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.sockspec.report.Transcript;
import org.sockspec.report.TranscriptCall;

/** One line of {@code transcripts/AREA.ndjson}, and the part of a journal line that equals it. */
record TranscriptLine(@JsonProperty("case") String caseId, List<TranscriptCall> calls, List<Object> learnt) {
    static TranscriptLine of(String caseId, Transcript transcript) {
        return new TranscriptLine(caseId, transcript.calls(), transcript.learnt());
    }

    Transcript transcript() {
        return new Transcript(calls, learnt);
    }
}
