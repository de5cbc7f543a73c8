package org.sockspec.engine;

import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Stops testees that many cases share, one at a time and for up to a second, as a busy machine may do. */
public final class Stalls implements AutoCloseable {
    private static final int LONGEST_MS = 1_000;

    private final Suite suite;
    private final Random random;
    private final Thread thread = new Thread(this::stall, "stalls");
    private final CountDownLatch over = new CountDownLatch(1);

    private Stalls(Suite suite, long seed) {
        this.suite = suite;
        this.random = new Random(seed);
    }

    /** Goes on until it is closed. */
    public static Stalls begin(Suite suite, long seed) {
        var stalls = new Stalls(suite, seed);
        stalls.thread.start();
        return stalls;
    }

    private void stall() {
        try {
            do {
                var processes = suite.cast().implementation().sharedProcesses();
                if (!processes.isEmpty()) {
                    stall(processes.get(random.nextInt(processes.size())));
                }
            } while (!isOverWithin(random.nextInt(LONGEST_MS)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOverWithin(int ms) throws InterruptedException {
        return over.await(ms, TimeUnit.MILLISECONDS);
    }

    private void stall(ProcessHandle process) throws InterruptedException {
        try {
            ProcessSignals.stop(process);
            isOverWithin(random.nextInt(LONGEST_MS));
        } catch (RuntimeException gone) {
            return;
        } finally {
            if (process.isAlive()) {
                ProcessSignals.resume(process);
            }
        }
    }

    @Override
    public void close() {
        over.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
