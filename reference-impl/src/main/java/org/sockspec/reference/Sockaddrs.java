package org.sockspec.reference;

import com.sun.jna.Native;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Address;
import org.sockspec.api.Bytes;
import org.sockspec.api.Domain;

/** Struct sockaddr in its Linux layouts, to and from addresses. */
final class Sockaddrs {
    /** Size of struct sockaddr_storage: no address that the kernel stores is longer. */
    static final int STORAGE = 128;

    private static final int FAMILY_SIZE = 2;
    private static final int INET_SIZE = 16;
    private static final int INET6_SIZE = 28;

    private Sockaddrs() {}

    /** What bind() and its like are given: the memory to point at, and the length to claim, in bytes. */
    record Encoded(byte @Nullable [] memory, int length) {}

    static Encoded encode(@Nullable Address address) {
        if (address instanceof Address.Malformed malformed) {
            return malform(encode(malformed.of()), malformed);
        }
        if (address == null || address instanceof Address.Null) {
            return new Encoded(null, 0);
        }
        var memory = memory(address);
        return new Encoded(memory, memory.length);
    }

    private static Encoded malform(Encoded right, Address.Malformed malformed) {
        int length = malformed.length() == null ? right.length() : malformed.length();
        if (right.memory() == null) {
            return new Encoded(null, length);
        }
        // A length beyond the structure must not let the kernel read memory that is not ours; it refuses longer ones.
        int readable = Math.max(right.memory().length, Math.min(length, STORAGE));
        var memory = Arrays.copyOf(right.memory(), readable);
        if (malformed.family() != null) {
            Buffers.inNativeOrder(memory).putShort((short) Symbols.number(malformed.family()));
        }
        return new Encoded(memory, length);
    }

    private static byte[] memory(Address address) {
        if (address instanceof Address.Inet inet) {
            return start(INET_SIZE, Domain.AF_INET)
                    .put(port(inet.port()))
                    .put(host(Domain.AF_INET, inet.host(), 4))
                    .array();
        }
        if (address instanceof Address.Inet6 inet6) {
            return start(INET6_SIZE, Domain.AF_INET6)
                    .put(port(inet6.port()))
                    .putInt(0)
                    .put(host(Domain.AF_INET6, inet6.host(), 16))
                    .putInt(inet6.scope())
                    .array();
        }
        if (address instanceof Address.UnixPath unix) {
            var path = unix.path().getBytes(StandardCharsets.UTF_8);
            return start(FAMILY_SIZE + path.length + 1, Domain.AF_UNIX)
                    .put(path)
                    .array();
        }
        if (address instanceof Address.UnixAbstract unix) {
            return start(FAMILY_SIZE + 1 + unix.name().length(), Domain.AF_UNIX)
                    .put((byte) 0)
                    .put(unix.name().toArray())
                    .array();
        }
        return address instanceof Address.UnixUnnamed
                ? start(FAMILY_SIZE, Domain.AF_UNIX).array()
                : start(INET_SIZE, Domain.AF_UNSPEC).array();
    }

    private static ByteBuffer start(int size, Domain domain) {
        return Buffers.inNativeOrder(new byte[size]).putShort((short) Symbols.number(domain));
    }

    private static byte[] port(int port) {
        return new byte[] {(byte) (port >>> 8), (byte) port};
    }

    private static byte[] host(Domain domain, String text, int size) {
        var host = new byte[size];
        if (Libc.inet_pton(Symbols.number(domain), text, host) != 1) {
            throw new IllegalArgumentException("\"" + text + "\" is not an address of " + domain
                    + ". Write 127.0.0.1 or ::1, without brackets, port or scope.");
        }
        return host;
    }

    /** Reads what the kernel stored; null when it stored none. */
    static @Nullable Address decode(byte[] memory, int length) {
        if (length < FAMILY_SIZE) {
            return null;
        }
        var buffer = Buffers.inNativeOrder(memory);
        int family = buffer.getShort();
        if (family == Symbols.number(Domain.AF_UNIX)) {
            return unix(Arrays.copyOfRange(memory, FAMILY_SIZE, Math.min(length, memory.length)));
        }
        if (family == Symbols.number(Domain.AF_INET)) {
            return new Address.Inet(text(Domain.AF_INET, buffer, 4, 4), port(buffer));
        }
        if (family == Symbols.number(Domain.AF_INET6)) {
            return new Address.Inet6(text(Domain.AF_INET6, buffer, 8, 16), port(buffer), buffer.getInt(24));
        }
        return family == Symbols.number(Domain.AF_UNSPEC)
                ? new Address.Unspec()
                : new Address.Malformed(new Address.Unspec(), Domain.AF_UNKNOWN, length);
    }

    private static Address unix(byte[] name) {
        if (name.length == 0) {
            return new Address.UnixUnnamed();
        }
        if (name[0] == 0) {
            return new Address.UnixAbstract(Bytes.of(name).slice(1, name.length));
        }
        return new Address.UnixPath(Native.toString(name, StandardCharsets.UTF_8));
    }

    private static int port(ByteBuffer buffer) {
        return (buffer.get(2) & 0xff) << 8 | buffer.get(3) & 0xff;
    }

    private static String text(Domain domain, ByteBuffer buffer, int at, int size) {
        var host = new byte[size];
        buffer.get(at, host);
        var text = new byte[64];
        Libc.inet_ntop(Symbols.number(domain), host, text, text.length);
        return Native.toString(text, StandardCharsets.US_ASCII);
    }
}
