package org.sockspec.protocol;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads lines of bounded length from a stream, and knows whether the next one is already there. */
final class LineReader {
    /** Bytes a line may have; room for a datagram of the largest size in base64, and then some. */
    static final int LIMIT = 8 * 1024 * 1024;

    private static final int EXCERPT = 200;

    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int position;
    private int end;

    LineReader(InputStream in) {
        this.in = in;
    }

    /**
     * Returns the next line, or null at end of file.
     *
     * @throws EOFException when the file ends before the line does
     * @throws ProtocolException when the line is too long or not UTF-8
     */
    @Nullable String next() throws IOException {
        var line = new ByteArrayOutputStream(256);
        while (true) {
            if (position == end) {
                position = 0;
                end = Math.max(in.read(buffer), 0);
                if (end == 0) {
                    if (line.size() > 0) {
                        throw new EOFException("the stream ended in the middle of a line: " + start(line));
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
                throw new ProtocolException("a line is longer than " + LIMIT + " bytes: " + start(line));
            }
            if (position < end) {
                position++;
                return text(line);
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

    /** Returns the start of a line as a message can show it: one line of printable characters. */
    static String excerpt(String line) {
        var shown =
                line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + "... (" + line.length() + " characters)";
        return shown.replaceAll("\\p{Cntrl}", "?");
    }

    private static String text(ByteArrayOutputStream line) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ProtocolException("a line is not UTF-8: " + start(line), e);
        }
    }

    private static String start(ByteArrayOutputStream line) {
        return excerpt(line.toString(StandardCharsets.UTF_8));
    }
}
