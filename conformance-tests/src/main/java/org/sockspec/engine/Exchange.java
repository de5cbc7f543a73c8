package org.sockspec.engine;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
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
    private final long started = System.nanoTime();
    private final CompletableFuture<Outcome> reply;
    private volatile long ended;
    private boolean settled;

    /**
     * Sends a call. Its time begins before it is sent, so that what is measured is never less than it took.
     *
     * @param send is told to send it
     */
    Exchange(int number, String host, String lane, Call call, Supplier<CompletableFuture<Outcome>> send) {
        this.number = number;
        this.host = host;
        this.lane = lane;
        this.call = call;
        this.reply = send.get().thenApply(outcome -> {
            ended = System.nanoTime();
            return outcome;
        });
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
        return started;
    }

    /** Returns when the reply came, or 0. */
    public long ended() {
        return ended;
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
        return reply.getNow(new Outcome.StillBlocked());
    }

    /** Waits for the outcome; {@link Outcome.StillBlocked} if it does not come in time. */
    public Outcome within(Duration time) {
        try {
            var outcome = reply.get(time.toNanos(), TimeUnit.NANOSECONDS);
            settled = true;
            return outcome;
        } catch (TimeoutException e) {
            return new Outcome.StillBlocked();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.StillBlocked();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
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
