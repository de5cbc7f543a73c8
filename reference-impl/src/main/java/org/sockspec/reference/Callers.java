package org.sockspec.reference;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** The threads that are making a call that may block. */
final class Callers {
    private final ThreadLocal<NativeThread> self = ThreadLocal.withInitial(NativeThread::current);
    private final Map<Thread, CallInProgress> calls = new ConcurrentHashMap<>();
    private final Duration patience;

    /** Waits at most this long for a thread to block. */
    Callers(Duration patience) {
        this.patience = patience;
    }

    /** Makes a call that may block; {@code firstArgument} is the one the kernel sees. */
    long during(long firstArgument, LongSupplier call) {
        var progress = new CallInProgress(self.get(), firstArgument);
        calls.put(Thread.currentThread(), progress);
        try {
            return call.getAsLong();
        } finally {
            progress.end();
            calls.remove(Thread.currentThread());
        }
    }

    /** Returns the call that the thread is making now, or nothing. */
    Optional<CallInProgress> callOf(Thread thread) {
        return Optional.ofNullable(calls.get(thread));
    }

    /** Returns the call of the thread as soon as it is blocked in one, or nothing when that never comes. */
    Optional<CallInProgress> blockedCallOf(Thread thread) {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() - end < 0) {
            var call = callOf(thread).filter(CallInProgress::isBlocked);
            if (call.isPresent()) {
                return call;
            }
            Thread.yield();
        }
        return Optional.empty();
    }
}
