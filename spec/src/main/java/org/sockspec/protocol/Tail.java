package org.sockspec.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Drains a stream and keeps only its last part, however much comes. */
final class Tail {
    private static final int KEPT = 16 * 1024;
    private static final long PATIENCE_MS = 5000;

    private final byte[] ring = new byte[KEPT];
    private long written;

    private final Thread drain;

    private Tail(InputStream stream) {
        drain = new Thread(() -> drain(stream), "testee-stderr");
        drain.setDaemon(true);
    }

    static Tail of(InputStream stream) {
        var tail = new Tail(stream);
        tail.drain.start();
        return tail;
    }

    synchronized String text() {
        int length = (int) Math.min(written, KEPT);
        var kept = new byte[length];
        for (int i = 0; i < length; i++) {
            kept[i] = ring[(int) ((written - length + i) % KEPT)];
        }
        return new String(kept, StandardCharsets.UTF_8);
    }

    /** Returns all of the text as the end of a sentence, or nothing if there is none; to be called at the end. */
    String quoted() {
        try {
            drain.join(PATIENCE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var text = text().strip();
        return text.isEmpty() ? "" : "; its standard error ends with: " + text;
    }

    private void drain(InputStream stream) {
        var chunk = new byte[8192];
        try (stream) {
            for (int n = stream.read(chunk); n >= 0; n = stream.read(chunk)) {
                add(chunk, n);
            }
        } catch (IOException closed) {
            add(new byte[0], 0);
        }
    }

    private synchronized void add(byte[] chunk, int length) {
        for (int i = 0; i < length; i++) {
            ring[(int) (written++ % KEPT)] = chunk[i];
        }
    }
}
