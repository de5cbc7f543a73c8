package org.sockspec.engine;

import java.time.Duration;
import org.sockspec.api.Call;
import org.sockspec.api.Outcome;

/** A reply out of a recording: it takes no time, and stays away for as many looks as it did then. */
final class PlayedReply implements Reply {
    /** The reply to a call that only tidies up. */
    static final Reply OF_NOBODY =
            new PlayedReply(new Recording.Answer("", new Call.Close(-1), Outcome.returned(0), 0, 0, 0));

    private final Recording.Answer answer;
    private int looks;

    PlayedReply(Recording.Answer answer) {
        this.answer = answer;
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
