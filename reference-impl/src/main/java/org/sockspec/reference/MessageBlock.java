package org.sockspec.reference;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.List;
import org.sockspec.api.Bytes;

/** A struct msghdr and all that it points to, in one block: header, vector, name, control, data. */
final class MessageBlock implements AutoCloseable {
    private static final int NAME = 0;
    private static final int NAME_LENGTH = 8;
    private static final int VECTOR = 16;
    private static final int VECTOR_LENGTH = 24;
    private static final int CONTROL = 32;
    private static final int CONTROL_LENGTH = 40;
    private static final int FLAGS = 48;
    private static final int HEADER = 56;
    private static final int VECTOR_ELEMENT = 16;

    private final Memory memory;
    private final long nameAt;
    private final long controlAt;
    private final long dataAt;
    private final long dataSize;

    /** Lays a block out; the buffers of the vector follow each other without a gap. */
    MessageBlock(int nameRoom, int controlRoom, List<Integer> lengths) {
        nameAt = HEADER + (long) VECTOR_ELEMENT * lengths.size();
        controlAt = aligned(nameAt + nameRoom);
        dataAt = controlAt + aligned(controlRoom);
        dataSize = lengths.stream().mapToLong(Integer::longValue).sum();
        memory = new Memory(dataAt + dataSize + 1);
        memory.clear(dataAt);
        memory.setPointer(VECTOR, memory.share(HEADER));
        memory.setLong(VECTOR_LENGTH, lengths.size());
        long at = dataAt;
        for (int i = 0; i < lengths.size(); i++) {
            long element = HEADER + (long) VECTOR_ELEMENT * i;
            memory.setPointer(element, memory.share(at));
            memory.setLong(element + 8, lengths.get(i));
            at += lengths.get(i);
        }
    }

    private static long aligned(long size) {
        return (size + 7) / 8 * 8;
    }

    Pointer header() {
        return memory;
    }

    Pointer vector() {
        return memory.share(HEADER);
    }

    /** Points msg_name at room for a name and claims this length. */
    void name(int length) {
        memory.setPointer(NAME, memory.share(nameAt));
        memory.setInt(NAME_LENGTH, length);
    }

    void name(byte[] name, int length) {
        memory.write(nameAt, name, 0, name.length);
        name(length);
    }

    void control(int length) {
        memory.setPointer(CONTROL, memory.share(controlAt));
        memory.setLong(CONTROL_LENGTH, length);
    }

    void control(byte[] control) {
        memory.write(controlAt, control, 0, control.length);
        control(control.length);
    }

    void data(List<Bytes> parts) {
        long at = dataAt;
        for (var part : parts) {
            memory.write(at, part.toArray(), 0, part.length());
            at += part.length();
        }
    }

    int nameLength() {
        return memory.getInt(NAME_LENGTH);
    }

    byte[] name() {
        return memory.getByteArray(nameAt, Sockaddrs.STORAGE);
    }

    byte[] control() {
        return memory.getByteArray(controlAt, (int) memory.getLong(CONTROL_LENGTH));
    }

    /** Returns what was received; with MSG_TRUNC a call may return more than there was room for. */
    byte[] data(long received) {
        return memory.getByteArray(dataAt, (int) Math.min(received, dataSize));
    }

    int flags() {
        return memory.getInt(FLAGS);
    }

    /** Frees the block; closing it after the call also keeps it alive during the call. */
    @Override
    public void close() {
        memory.close();
    }
}
