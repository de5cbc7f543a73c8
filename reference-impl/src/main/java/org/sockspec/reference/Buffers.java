package org.sockspec.reference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.sockspec.api.Bytes;
import org.sockspec.api.Returned;

/** Memory that calls read and fill. */
final class Buffers {
    private Buffers() {}

    /** Looks at the bytes as a C structure. */
    static ByteBuffer inNativeOrder(byte[] structure) {
        return ByteBuffer.wrap(structure).order(ByteOrder.nativeOrder());
    }

    static byte[] ofLength(int length) {
        return new byte[checked(length)];
    }

    /** Refuses a negative length: as a size_t it would let the kernel write beyond any buffer. */
    static int checked(int length) {
        if (length < 0) {
            throw new IllegalArgumentException("A buffer cannot have " + length + " bytes. Give a length from 0 on.");
        }
        return length;
    }

    /** Returns what was received; with MSG_TRUNC a call may return more than there was room for. */
    static Returned received(byte[] buffer, long received) {
        int stored = (int) Math.min(received, buffer.length);
        return Returned.of(received).withData(Bytes.of(Arrays.copyOf(buffer, stored)));
    }
}
