package org.sockspec.protocol;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.sockspec.api.Call;
import org.sockspec.api.Capabilities;
import org.sockspec.api.Outcome;
import org.sockspec.api.SocketApi;

/** The sessions of a testee that is written in Java: runs calls in lanes over one {@link SocketApi}. */
final class Sessions implements AutoCloseable {
    private static final long LANE_STACK_BYTES = 512 * 1024;

    private final SocketApi api;
    private final ExecutorService threads;
    private final Map<String, LaneSession> open = new ConcurrentHashMap<>();

    Sessions(SocketApi api) {
        this.api = api;
        var number = new AtomicInteger();
        this.threads =
                new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    var thread = new Thread(null, task, "lane-" + number.incrementAndGet(), LANE_STACK_BYTES);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Returns what the implementation can do, and what these sessions add to it. */
    Capabilities capabilities() {
        return api.capabilities().withCall(Codec.BEGUN);
    }

    /** Makes a call; on the calling thread if it cannot block and its lane is idle. */
    void call(String session, String lane, Call call, Consumer<Outcome> reply) {
        open.computeIfAbsent(session, name -> new LaneSession(api.forSession(), threads))
                .call(lane, call, reply);
    }

    /** Returns what completes when the lane has begun the call it was given last. */
    CompletableFuture<Void> begun(String session, String lane) {
        var found = open.get(session);
        return found == null ? CompletableFuture.completedFuture(null) : found.begun(lane);
    }

    /** Ends a session; {@code ended} is told how many lanes could not be freed. */
    void end(String session, IntConsumer ended) {
        var found = open.remove(session);
        if (found == null) {
            ended.accept(0);
        } else {
            threads.execute(() -> ended.accept(found.end()));
        }
    }

    @Override
    public void close() {
        open.values().forEach(LaneSession::end);
        open.clear();
        threads.shutdownNow();
    }
}
