package org.sockspec.engine;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets one case that needs nothing run before all others, so that its verdict does not wait until the processor has
 * served all their beginnings, and they find the way warm.
 */
final class FirstCase {
    /** How long the others wait at most: there may be no such case. */
    private static final long PATIENCE_MS = 100;

    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Called by every case before it begins. */
    void pass(boolean needsNothing) {
        if (needsNothing && begun.compareAndSet(false, true)) {
            return;
        }
        try {
            ended.await(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Called by every case when it has ended. */
    void hasEnded() {
        ended.countDown();
    }
}
