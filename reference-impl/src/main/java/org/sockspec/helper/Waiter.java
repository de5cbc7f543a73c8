package org.sockspec.helper;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Let time pass between two tries. */
@FunctionalInterface
public interface Waiter {
    /** Returns when the time has passed, or earlier when the thread is interrupted, as sleep() does for a signal. */
    void pause(Duration duration);

    /** Returns a waiter that blocks the calling thread; an interrupt stays pending. */
    static Waiter blocking() {
        return duration -> {
            long end = System.nanoTime() + duration.toNanos();
            for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
                LockSupport.parkNanos(left);
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
            }
        };
    }
}
