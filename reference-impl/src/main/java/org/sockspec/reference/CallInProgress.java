package org.sockspec.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;

/** A call that a thread is making, from just before it enters libc until just after. */
final class CallInProgress {
    private static final long SURELY_BLOCKED = TimeUnit.MILLISECONDS.toNanos(50);

    private final NativeThread thread;
    private final long firstArgument;
    private final long since = System.nanoTime();
    private boolean over;

    CallInProgress(NativeThread thread, long firstArgument) {
        this.thread = thread;
        this.firstArgument = firstArgument;
    }

    /** Waits while a signal is being sent, so that none reaches the thread in a later call. */
    synchronized void end() {
        over = true;
    }

    /** Sends a signal to the thread, and tells whether the call was still in progress. */
    synchronized boolean interrupt(int signal) {
        return !over && Libc.pthread_kill(thread.handle(), signal) == 0;
    }

    /**
     * Tells whether the thread sleeps in the kernel in this very call. The JVM's own waits do not count: they are
     * system calls too, but their first argument is another one.
     */
    boolean isBlocked() {
        try {
            var state = Files.readString(thread.systemCall()).split("\\s");
            return state.length > 3 && (int) Long.parseUnsignedLong(state[1].substring(2), 16) == (int) firstArgument;
        } catch (IOException kernelDoesNotTell) {
            return System.nanoTime() - since > SURELY_BLOCKED;
        }
    }
}
