package org.sockspec.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Starves testees that many cases share of processor time, one at a time and for up to a second, as a busy machine may
 * do; it takes processors that others keep busy. To stop them by a signal would change what they do: on Linux a call
 * that is resumed then may fail with EINTR or return what it has so far (signal(7)).
 */
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
            schedule(process, "--idle");
            isOverWithin(random.nextInt(LONGEST_MS));
        } finally {
            schedule(process, "--other");
        }
    }

    /** Puts all threads of a process into a scheduling class; one that has ended stays as it is. */
    private static void schedule(ProcessHandle process, String policy) throws InterruptedException {
        try {
            new ProcessBuilder("chrt", "--all-tasks", policy, "--pid", "0", Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
