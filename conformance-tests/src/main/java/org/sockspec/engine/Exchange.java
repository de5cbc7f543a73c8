package org.sockspec.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Call;
import org.sockspec.api.Outcome;
import org.sockspec.api.Returned;
import org.sockspec.protocol.Codec;

/** One call on its way through a host, and what came back. */
public final class Exchange {
    private final int number;
    private final String host;
    private final String lane;
    private final Call call;
    private final Reply reply;
    private boolean settled;

    Exchange(int number, String host, String lane, Call call, Reply reply) {
        this.number = number;
        this.host = host;
        this.lane = lane;
        this.call = call;
        this.reply = reply;
    }

    public int number() {
        return number;
    }

    public String host() {
        return host;
    }

    public String lane() {
        return lane;
    }

    public Call call() {
        return call;
    }

    public long started() {
        return reply.started();
    }

    /** Returns when the reply came, or 0. */
    public long ended() {
        return reply.ended();
    }

    /** Returns the call the way C writes it. */
    public String text() {
        return Rendering.call(call);
    }

    /** Returns the parameters of the call as the protocol writes them. */
    public String request() {
        return Rendering.json(call);
    }

    /** Returns what came back as the protocol writes it, or null if the call has not returned. */
    public @Nullable String answer() {
        var outcome = now();
        return outcome instanceof Returned || outcome instanceof Outcome.Failed
                ? Codec.text(Codec.result(outcome))
                : null;
    }

    /** Returns the outcome as it is now. */
    public Outcome now() {
        return reply.now();
    }

    /** Waits for the outcome; {@link Outcome.StillBlocked} if it does not come in time. */
    public Outcome within(Duration time) {
        var outcome = reply.within(time);
        settled |= !(outcome instanceof Outcome.StillBlocked);
        return outcome;
    }

    /** Returns how often the test waited for the call in vain. */
    public int looks() {
        return reply.looks();
    }

    /** Gives up on a call whose host the test has killed. */
    void abandon() {
        settled = true;
    }

    /** Tells whether the test has seen the call return; until then its lane is taken. */
    public boolean settled() {
        return settled;
    }

    @Override
    public String toString() {
        return Rendering.call(call) + " at " + host;
    }
}
