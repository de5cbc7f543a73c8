package org.sockspec.engine;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.sockspec.api.Call;
import org.sockspec.api.Outcome;

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

    Exchange(int number, String host, String lane, Call call, CompletableFuture<Outcome> reply) {
        this.number = number;
        this.host = host;
        this.lane = lane;
        this.call = call;
        this.reply = reply.thenApply(outcome -> {
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
