package org.sockspec.cli;

import org.sockspec.api.Call;
import org.sockspec.api.Outcome;
import org.sockspec.catalogue.CaseId;
import org.sockspec.engine.Recording;
import org.sockspec.protocol.Codec;
import org.sockspec.report.Transcript;
import org.sockspec.report.TranscriptCall;

/** Makes a recording of a transcript that a run has written. */
final class Tape {
    private Tape() {}

    /** @throws org.sockspec.protocol.ProtocolException if the transcript is not one of this version */
    static Recording of(CaseId id, Transcript transcript) {
        return new Recording(id, transcript.calls().stream().map(Tape::answer).toList(), Facts.of(transcript.learnt()));
    }

    private static Recording.Answer answer(TranscriptCall call) {
        Call made = Codec.call(call.method(), Codec.parse(call.request()));
        return new Recording.Answer(
                call.host(),
                made,
                outcome(made, call),
                call.looks(),
                nanos(call.startedMs()),
                call.endedMs() == null ? 0 : nanos(call.endedMs()));
    }

    private static Outcome outcome(Call made, TranscriptCall call) {
        if (call.answer() != null) {
            return Codec.outcome(made, Codec.parse(call.answer()));
        }
        var blocked = new Outcome.StillBlocked();
        return call.outcome().equals(blocked.toString()) ? blocked : new Outcome.Died(call.outcome());
    }

    private static long nanos(double ms) {
        return Math.round(ms * 1e6);
    }
}
