package org.sockspec.engine;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.sockspec.api.Outcome;

/** The reply of a testee. */
final class LiveReply implements Reply {
    private final long started = System.nanoTime();
    private final AtomicInteger looks = new AtomicInteger();
    private final CompletableFuture<Outcome> outcome;
    private volatile long ended;

    /**
     * Sends a call. Its time begins before it is sent, so that what is measured is never less than it took.
     *
     * @param send is told to send it
     */
    LiveReply(Supplier<CompletableFuture<Outcome>> send) {
        outcome = send.get().thenApply(came -> {
            ended = System.nanoTime();
            return came;
        });
    }

    @Override
    public Outcome now() {
        return outcome.getNow(new Outcome.StillBlocked());
    }

    @Override
    public Outcome within(Duration time) {
        try {
            return outcome.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            looks.incrementAndGet();
            return new Outcome.StillBlocked();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.StillBlocked();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public long started() {
        return started;
    }

    @Override
    public long ended() {
        return ended;
    }

    @Override
    public int looks() {
        return looks.get();
    }
}
