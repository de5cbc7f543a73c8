package org.sockspec.cli;

import java.io.PrintWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.sockspec.report.Standing;

/** Tells how far a run is: on a terminal in one line that is written over, elsewhere in a line now and then. */
final class Progress implements AutoCloseable {
    private static final long TERMINAL_MS = 100;
    private static final long LOG_MS = 5000;
    private static final String ERASE = "\r\033[K";

    private final Streams streams;
    private final Results results;
    private final int total;
    private final long start;
    private final ScheduledExecutorService clock;

    private Progress(Streams streams, Results results, int total, long start) {
        this.streams = streams;
        this.results = results;
        this.total = total;
        this.start = start;
        this.clock = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Shows the progress until it is closed; {@code start} is a time of {@link System#nanoTime}. */
    static Progress show(Streams streams, Results results, int total, long start) {
        var progress = new Progress(streams, results, total, start);
        long period = streams.terminal() ? TERMINAL_MS : LOG_MS;
        progress.clock.scheduleAtFixedRate(progress::tell, period, period, TimeUnit.MILLISECONDS);
        return progress;
    }

    /** Renders one line. */
    static String line(Results results, int total, double ms) {
        int deviations = results.count(Standing.DEVIATION);
        int known = results.count(Standing.KNOWN_DEVIATION);
        return results.count() + "/" + total + " cases, " + deviations + " failed, "
                + Words.count(known, "known deviation") + ", " + Words.seconds(ms);
    }

    private void tell() {
        var line = line(results, total, (System.nanoTime() - start) / 1e6);
        PrintWriter err = streams.err();
        if (streams.terminal()) {
            err.print(ERASE + line);
            err.flush();
        } else {
            err.println(line);
        }
    }

    @Override
    public void close() {
        clock.shutdown();
        try {
            clock.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (streams.terminal()) {
            streams.err().print(ERASE);
            streams.err().flush();
        } else {
            tell();
        }
    }
}
