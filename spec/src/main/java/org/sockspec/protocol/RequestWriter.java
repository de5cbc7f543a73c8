package org.sockspec.protocol;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes requests in order and never makes their sender wait. A testee that reads no more would block who writes to
 * it, and with it every deadline of the case: what may find the pipe full is written by a thread of its own.
 */
final class RequestWriter {
    /** Bytes that a pipe takes at once, well below what kernels give to one. */
    private static final int ROOM = 16 * 1024;

    private final OutputStream out;
    private final Executor threads;
    private final Runnable whenBroken;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private boolean draining;
    private long written;
    private long read;

    RequestWriter(OutputStream out, Executor threads, Runnable whenBroken) {
        this.out = out;
        this.threads = threads;
        this.whenBroken = whenBroken;
    }

    /**
     * Sends a message.
     *
     * @param before is told the position behind the message before anybody can answer it
     */
    synchronized void write(String message, LongConsumer before) {
        var line = (message + '\n').getBytes(StandardCharsets.UTF_8);
        written += line.length;
        before.accept(written);
        if (draining) {
            waiting.add(line);
        } else if (written - read <= ROOM) {
            put(line);
        } else {
            waiting.add(line);
            draining = true;
            threads.execute(this::drain);
        }
    }

    /** Notes that everything before this position has been read, since what ends there was answered. */
    synchronized void wasRead(long position) {
        read = Math.max(read, position);
    }

    private void drain() {
        for (var line = next(); line != null; line = next()) {
            put(line);
        }
    }

    private synchronized byte @Nullable [] next() {
        var line = waiting.poll();
        draining = line != null;
        return line;
    }

    private void put(byte[] line) {
        try {
            out.write(line);
            out.flush();
        } catch (IOException closed) {
            whenBroken.run();
        }
    }
}
