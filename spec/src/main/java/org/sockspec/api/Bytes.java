package org.sockspec.api;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An immutable run of bytes with value equality. */
public final class Bytes {
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** Copies the array. */
    public static Bytes of(byte[] content) {
        return new Bytes(content.clone());
    }

    /** Encodes the text as UTF-8. */
    public static Bytes of(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns {@code length} zero bytes. */
    public static Bytes zeros(int length) {
        return new Bytes(new byte[length]);
    }

    public int length() {
        return content.length;
    }

    public byte at(int index) {
        return content[index];
    }

    /** Returns a copy. */
    public byte[] toArray() {
        return content.clone();
    }

    /** Returns the bytes from {@code from} (inclusive) to {@code to} (exclusive). */
    public Bytes slice(int from, int to) {
        return new Bytes(Arrays.copyOfRange(content, from, to));
    }

    /** Returns these bytes followed by the others. */
    public Bytes plus(Bytes others) {
        var joined = Arrays.copyOf(content, content.length + others.content.length);
        System.arraycopy(others.content, 0, joined, content.length, others.content.length);
        return new Bytes(joined);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /** Renders printable ASCII in quotes, everything else as escapes, and at most 64 bytes. */
    @Override
    public String toString() {
        var text = new StringBuilder("\"");
        for (int i = 0; i < Math.min(content.length, 64); i++) {
            char c = (char) (content[i] & 0xff);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c >= ' ' && c < 127) {
                text.append(c);
            } else {
                text.append(String.format("\\x%02x", (int) c));
            }
        }
        text.append('"');
        return content.length > 64 ? text + "... (" + content.length + " bytes)" : text.toString();
    }
}
