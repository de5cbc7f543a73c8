package org.sockspec.protocol;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.SocketApi;

/**
 * One lane: runs its work in order, on the submitting thread where that cannot block, else on a thread of the pool; or
 * all on one thread of its own.
 */
final class Lane {
    private static final int RELEASE_ATTEMPTS = 2000;

    private final Executor threads;
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    /** Held by whoever acts on the lane's thread, and taken before the lane's own lock by a thread that leaves it. */
    private final Object leaving = new Object();

    private boolean stopped;
    private @Nullable ExecutorService own;
    private @Nullable CompletableFuture<Thread> running;
    private CompletableFuture<Void> begun = CompletableFuture.completedFuture(null);
    private CompletableFuture<Void> idle = CompletableFuture.completedFuture(null);

    Lane(Executor threads) {
        this.threads = threads;
    }

    void submit(boolean mayBlock, Runnable work) {
        synchronized (this) {
            if (stopped) {
                return;
            }
            var beginning = new CompletableFuture<Void>();
            begun = beginning;
            waiting.add(() -> {
                beginning.complete(null);
                work.run();
            });
            if (running != null) {
                return;
            }
            running = new CompletableFuture<>();
            idle = new CompletableFuture<>();
        }
        var executor = ownOr(threads);
        if (mayBlock || executor != threads) {
            executor.execute(this::drain);
        } else {
            drain();
        }
    }

    /** Gives the lane a thread of its own once what it does has ended, for calls that set something of their thread. */
    void pin() {
        idle().join();
        synchronized (this) {
            if (own == null) {
                own = Executors.newSingleThreadExecutor(work -> {
                    var thread = new Thread(work, "lane");
                    thread.setDaemon(true);
                    return thread;
                });
            }
        }
    }

    private synchronized CompletableFuture<Void> idle() {
        return idle;
    }

    private synchronized Executor ownOr(Executor others) {
        return own == null ? others : own;
    }

    /** Returns what completes when the work that was submitted last has begun. */
    synchronized CompletableFuture<Void> begun() {
        return begun;
    }

    /**
     * Acts on the thread that works in this lane, waiting for one that is about to start. The thread cannot leave the
     * lane meanwhile, so that nothing else it does later is hit; it can go on with what the lane has waiting, which may
     * be the very call that is to be hit.
     */
    <T> Optional<T> whileBusy(Function<Thread, T> action) {
        CompletableFuture<Thread> current;
        synchronized (this) {
            current = running;
        }
        if (current == null) {
            return Optional.empty();
        }
        var thread = current.join();
        synchronized (leaving) {
            return isRunning(current) ? Optional.of(action.apply(thread)) : Optional.empty();
        }
    }

    /** Drops what waits and releases what is blocked; returns whether the lane became idle. */
    boolean stop(SocketApi api) {
        CompletableFuture<Void> ended;
        synchronized (this) {
            stopped = true;
            waiting.clear();
            ended = idle;
        }
        for (int attempt = 0; attempt < RELEASE_ATTEMPTS && !ended.isDone(); attempt++) {
            whileBusy(thread -> {
                api.release(thread);
                return thread;
            });
            await(ended);
        }
        dismiss();
        return ended.isDone();
    }

    private synchronized void dismiss() {
        if (own != null) {
            own.shutdown();
        }
    }

    private void drain() {
        started();
        for (var work = next(); work != null; work = next()) {
            work.run();
        }
    }

    private synchronized void started() {
        if (running != null) {
            running.complete(Thread.currentThread());
        }
    }

    private @Nullable Runnable next() {
        var work = poll();
        if (work != null) {
            return work;
        }
        synchronized (leaving) {
            return pollOrLeave();
        }
    }

    private synchronized @Nullable Runnable poll() {
        return waiting.poll();
    }

    private synchronized @Nullable Runnable pollOrLeave() {
        var work = waiting.poll();
        if (work == null) {
            running = null;
            idle.complete(null);
        }
        return work;
    }

    private synchronized boolean isRunning(CompletableFuture<Thread> work) {
        return running == work;
    }

    private static void await(CompletableFuture<Void> ended) {
        try {
            ended.get(1, TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillBlocked) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
