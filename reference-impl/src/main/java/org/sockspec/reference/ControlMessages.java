package org.sockspec.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sockspec.api.Bytes;
import org.sockspec.api.Control;

/** Control messages to and from the bytes of msg_control: struct cmsghdr, then data, each aligned to 8 bytes. */
final class ControlMessages {
    private static final int HEADER = 16;
    private static final int ALIGNMENT = 8;
    private static final int SOL_SOCKET = 1;
    private static final int SCM_RIGHTS = 1;
    private static final int SCM_CREDENTIALS = 2;

    private ControlMessages() {}

    static byte[] encode(List<Control> messages) {
        int size = messages.stream()
                .mapToInt(message -> HEADER + aligned(data(message).length))
                .sum();
        var buffer = Buffers.inNativeOrder(new byte[size]);
        for (var message : messages) {
            var data = data(message);
            int next = buffer.position() + HEADER + aligned(data.length);
            buffer.putLong(HEADER + data.length);
            buffer.putInt(level(message)).putInt(type(message)).put(data).position(next);
        }
        return buffer.array();
    }

    private static byte[] data(Control message) {
        if (message instanceof Control.Rights rights) {
            var data = Buffers.inNativeOrder(new byte[rights.fds().size() * Integer.BYTES]);
            rights.fds().forEach(data::putInt);
            return data.array();
        }
        return ((Control.Other) message).data().toArray();
    }

    private static int level(Control message) {
        return message instanceof Control.Other other && !other.name().startsWith("SCM_")
                ? numbers(other.name())[0]
                : SOL_SOCKET;
    }

    private static int type(Control message) {
        if (message instanceof Control.Other other) {
            return other.name().equals("SCM_CREDENTIALS") ? SCM_CREDENTIALS : numbers(other.name())[1];
        }
        return SCM_RIGHTS;
    }

    private static int[] numbers(String name) {
        if (!name.matches("\\d{1,9}:\\d{1,9}")) {
            throw new IllegalArgumentException("There is no control message called " + name
                    + ". Give SCM_CREDENTIALS, or level and type as two numbers such as 1:77.");
        }
        return Stream.of(name.split(":")).mapToInt(Integer::parseInt).toArray();
    }

    static List<Control> decode(byte[] control) {
        var buffer = Buffers.inNativeOrder(control);
        var messages = new ArrayList<Control>();
        while (buffer.remaining() >= HEADER) {
            int start = buffer.position();
            int size = (int) buffer.getLong() - HEADER;
            int level = buffer.getInt();
            int type = buffer.getInt();
            var data = new byte[Math.max(0, Math.min(size, buffer.remaining()))];
            buffer.get(data);
            messages.add(message(level, type, data));
            buffer.position(Math.min(start + HEADER + aligned(data.length), buffer.limit()));
        }
        return List.copyOf(messages);
    }

    private static Control message(int level, int type, byte[] data) {
        if (level == SOL_SOCKET && type == SCM_RIGHTS) {
            var fds = new ArrayList<Integer>();
            var buffer = Buffers.inNativeOrder(data);
            while (buffer.remaining() >= Integer.BYTES) {
                fds.add(buffer.getInt());
            }
            return new Control.Rights(List.copyOf(fds));
        }
        boolean credentials = level == SOL_SOCKET && type == SCM_CREDENTIALS;
        return new Control.Other(credentials ? "SCM_CREDENTIALS" : level + ":" + type, Bytes.of(data));
    }

    private static int aligned(int size) {
        return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
