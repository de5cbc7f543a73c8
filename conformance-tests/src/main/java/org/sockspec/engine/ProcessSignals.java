package org.sockspec.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Stops and continues processes. */
final class ProcessSignals {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    private ProcessSignals() {}

    static void stop(ProcessHandle process) {
        send("STOP", process);
        long end = System.nanoTime() + PATIENCE;
        while (!hasStopped(process)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("process " + process.pid() + " does not stop");
            }
            Thread.yield();
        }
    }

    static void resume(ProcessHandle process) {
        send("CONT", process);
    }

    private static void send(String signal, ProcessHandle process) {
        try {
            int status = new ProcessBuilder("kill", "-s", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("kill -s " + signal + " ended with status " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean hasStopped(ProcessHandle process) {
        try (var threads = Files.list(Path.of("/proc", Long.toString(process.pid()), "task"))) {
            return threads.allMatch(thread -> state(thread) == 'T');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static char state(Path thread) {
        try {
            var stat = Files.readString(thread.resolve("stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2);
        } catch (IOException ended) {
            return 'T';
        }
    }
}
