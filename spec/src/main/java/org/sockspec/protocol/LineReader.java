package org.sockspec.protocol;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads lines of bounded length from a stream, and knows whether the next one is already there. */
final class LineReader {
    /** Bytes a line may have; room for a datagram of the largest size in base64, and then some. */
    static final int LIMIT = 8 * 1024 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int position;
    private int end;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** Returns the next line, or null at end of file; a last line without its end counts as broken. */
    @Nullable String next() throws IOException {
        var line = new ByteArrayOutputStream(256);
        while (true) {
            if (position == end) {
                position = 0;
                end = Math.max(in.read(buffer), 0);
                if (end == 0) {
                    if (line.size() > 0) {
                        throw new ProtocolException("the output ended in the middle of a line: "
                                + excerpt(line.toString(StandardCharsets.UTF_8)));
                    }
                    return null;
                }
            }
            int start = position;
            while (position < end && buffer[position] != '\n') {
                position++;
            }
            line.write(buffer, start, position - start);
            if (line.size() > LIMIT) {
                throw new ProtocolException(
                        "a line is longer than " + LIMIT + " bytes: " + excerpt(line.toString(StandardCharsets.UTF_8)));
            }
            if (position < end) {
                position++;
                return line.toString(StandardCharsets.UTF_8);
            }
        }
    }

    /** Tells whether {@link #next()} would have to wait for the stream. */
    boolean wouldBlock() {
        for (int i = position; i < end; i++) {
            if (buffer[i] == '\n') {
                return false;
            }
        }
        return true;
    }

    static String excerpt(String line) {
        return line.length() <= 200 ? line : line.substring(0, 200) + "... (" + line.length() + " characters)";
    }
}
