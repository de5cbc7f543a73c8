package org.sockspec.engine;

import java.time.Duration;
import org.sockspec.api.Call;
import org.sockspec.api.Outcome;

/** A reply out of a recording: it takes no time, and stays away for as many looks as it did then. */
final class PlayedReply implements Reply {
    private final Recording.Answer answer;
    private int looks;

    PlayedReply(Recording.Answer answer) {
        this.answer = answer;
    }

    /** Returns the reply to a call that only tidies up. */
    static Reply toTidying(String host, Call call) {
        return new PlayedReply(new Recording.Answer(host, call, Outcome.returned(0), 0, 0, 0));
    }

    @Override
    public Outcome now() {
        return looks < answer.looks() ? new Outcome.StillBlocked() : answer.outcome();
    }

    @Override
    public Outcome within(Duration time) {
        var now = now();
        looks++;
        return now;
    }

    @Override
    public long started() {
        return answer.started();
    }

    @Override
    public long ended() {
        return answer.ended();
    }

    @Override
    public int looks() {
        return answer.looks();
    }
}
