package org.sockspec.api;

import java.util.Set;

/**
 * A stream of bytes that both ends of a transfer can compute, so that megabytes need not be held or carried. Byte
 * {@code i} of the stream of a seed is byte {@code i mod 8} (least significant first) of the 64-bit word
 * {@code (seed + i div 8) * 0x9E3779B97F4A7C15}, mixed by {@code word ^ (word >>> 29)}.
 */
public final class Pattern {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int CHUNK = 64 * 1024;

    private final long seed;

    public Pattern(long seed) {
        this.seed = seed;
    }

    /** Returns the byte at a position. */
    public byte at(long position) {
        long word = (seed + (position >>> 3)) * GOLDEN;
        return (byte) ((word ^ (word >>> 29)) >>> ((position & 7) << 3));
    }

    /** Returns {@code length} bytes from a position. */
    public Bytes bytes(long position, int length) {
        var content = new byte[length];
        for (int i = 0; i < length; i++) {
            content[i] = at(position + i);
        }
        return Bytes.of(content);
    }

    /** Returns the index of the first byte that differs from the stream at this position, or -1. */
    public int mismatch(long position, Bytes data) {
        for (int i = 0; i < data.length(); i++) {
            if (data.at(i) != at(position + i)) {
                return i;
            }
        }
        return -1;
    }

    static Outcome send(SocketApi api, int fd, long seed, long length) {
        var pattern = new Pattern(seed);
        long sent = 0;
        while (sent < length) {
            var chunk = pattern.bytes(sent, (int) Math.min(CHUNK, length - sent));
            if (!(api.send(fd, chunk, Set.of(MessageFlag.MSG_NOSIGNAL)) instanceof Returned taken)) {
                return Returned.of(sent);
            }
            sent += taken.value();
        }
        return Returned.of(sent);
    }

    static Outcome receive(SocketApi api, int fd, long seed) {
        var pattern = new Pattern(seed);
        long received = 0;
        while (true) {
            var outcome = api.recv(fd, CHUNK, Set.of());
            if (!(outcome instanceof Returned returned) || returned.data() == null) {
                return outcome;
            }
            if (returned.data().length() == 0) {
                return Returned.pattern(received, -1);
            }
            int wrong = pattern.mismatch(received, returned.data());
            if (wrong >= 0) {
                return Returned.pattern(received, received + wrong);
            }
            received += returned.data().length();
        }
    }
}
