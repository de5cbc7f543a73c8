package org.sockspec.fault.toxiproxy;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** Hold the last lines that a server wrote, and wait for one of them. */
final class Output {

    private static final int KEPT = 100;

    private final Deque<String> lines = new ArrayDeque<>();
    private boolean ended;

    /** Collect what a process writes until it ends; never lets it block on a full pipe. */
    static Output of(Process process) {
        var output = new Output();
        var reader = new Thread(() -> output.drain(process.inputReader()), "toxiproxy: output");
        reader.setDaemon(true);
        reader.start();
        return output;
    }

    synchronized void add(String line) {
        lines.addLast(line.strip());
        if (lines.size() > KEPT) {
            lines.removeFirst();
        }
        notifyAll();
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Wait for a line that holds one of these texts; false when none came in time, or none can come any more. */
    synchronized boolean await(Duration limit, String... texts) throws InterruptedException {
        var until = System.nanoTime() + limit.toNanos();
        while (Arrays.stream(texts).noneMatch(this::holds)) {
            var left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (ended || left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    synchronized boolean holds(String text) {
        return lines.stream().anyMatch(line -> line.contains(text));
    }

    synchronized boolean ended() {
        return ended;
    }

    synchronized String last() {
        return lines.isEmpty() ? "it wrote nothing" : lines.getLast();
    }

    /** Wait for the end of the output, and give what it holds in one line. */
    synchronized String rest() throws InterruptedException {
        while (!ended) {
            wait();
        }
        return lines.isEmpty() ? last() : String.join(" / ", lines);
    }

    private void drain(BufferedReader reader) {
        try (reader) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                add(line);
            }
        } catch (IOException e) {
            add("its output could not be read: " + e.getMessage());
        } finally {
            end();
        }
    }
}
