package org.sockspec.reference;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.sockspec.api.Domain;
import org.sockspec.api.FcntlCommand;
import org.sockspec.api.FileFlag;
import org.sockspec.api.MessageFlag;
import org.sockspec.api.PollEvent;
import org.sockspec.api.Protocol;
import org.sockspec.api.Shutdown;
import org.sockspec.api.Signal;
import org.sockspec.api.SocketFlag;
import org.sockspec.api.SocketType;

/** Linux's numbers of the symbols that stand in the arguments and results of calls, apart from errno and options. */
final class Symbols {
    /** Stands for a flag that Linux does not have. */
    private static final int NONE = 0;

    private Symbols() {}

    static int number(Domain domain) {
        return switch (domain) {
            case AF_UNSPEC -> 0;
            case AF_UNIX -> 1;
            case AF_INET -> 2;
            case AF_INET6 -> 10;
            case AF_UNKNOWN -> 250;
        };
    }

    static int number(SocketType type) {
        return switch (type) {
            case SOCK_STREAM -> 1;
            case SOCK_DGRAM -> 2;
            case SOCK_RAW -> 3;
            case SOCK_SEQPACKET -> 5;
            case SOCK_UNKNOWN -> 15;
        };
    }

    static int number(Protocol protocol) {
        return switch (protocol) {
            case DEFAULT -> 0;
            case IPPROTO_TCP -> 6;
            case IPPROTO_UDP -> 17;
            case IPPROTO_UNKNOWN -> 253;
            case IPPROTO_OUT_OF_RANGE -> 300;
        };
    }

    static int number(SocketFlag flag) {
        return switch (flag) {
            case SOCK_NONBLOCK -> 0x800;
            case SOCK_CLOEXEC -> 0x80000;
            case SOCK_CLOFORK -> NONE;
            case SOCK_FLAG_UNKNOWN -> 0x100;
        };
    }

    static int number(MessageFlag flag) {
        return switch (flag) {
            case MSG_OOB -> 0x1;
            case MSG_PEEK -> 0x2;
            case MSG_DONTROUTE -> 0x4;
            case MSG_CTRUNC -> 0x8;
            case MSG_TRUNC -> 0x20;
            case MSG_DONTWAIT -> 0x40;
            case MSG_EOR -> 0x80;
            case MSG_WAITALL -> 0x100;
            case MSG_NOSIGNAL -> 0x4000;
            case MSG_CMSG_CLOEXEC -> 0x40000000;
        };
    }

    static int number(PollEvent event) {
        return switch (event) {
            case POLLIN -> 0x1;
            case POLLPRI -> 0x2;
            case POLLOUT -> 0x4;
            case POLLERR -> 0x8;
            case POLLHUP -> 0x10;
            case POLLNVAL -> 0x20;
            case POLLRDHUP -> 0x2000;
        };
    }

    static int number(FileFlag flag) {
        return switch (flag) {
            case FD_CLOEXEC -> 0x1;
            case FD_CLOFORK -> NONE;
            case O_RDWR -> 0x2;
            case O_NONBLOCK -> 0x800;
            case O_ASYNC -> 0x2000;
        };
    }

    static int number(FcntlCommand command) {
        return switch (command) {
            case F_DUPFD -> 0;
            case F_GETFD -> 1;
            case F_SETFD -> 2;
            case F_GETFL -> 3;
            case F_SETFL -> 4;
        };
    }

    static int number(Shutdown how) {
        return switch (how) {
            case SHUT_RD -> 0;
            case SHUT_WR -> 1;
            case SHUT_RDWR -> 2;
        };
    }

    static int number(Signal signal) {
        return switch (signal) {
            case SIGUSR1 -> 10;
            case SIGPIPE -> 13;
            case SIGURG -> 23;
            case SIGIO -> 29;
        };
    }

    /** Joins flags with OR. */
    static <E> int bits(Set<E> flags, ToIntFunction<E> number) {
        return flags.stream().mapToInt(number).reduce(0, (left, right) -> left | right);
    }

    /** Returns the flags whose bit is set; bits without a symbol are dropped. */
    static <E extends Enum<E>> Set<E> flags(int bits, Class<E> type, ToIntFunction<E> number) {
        var set = EnumSet.noneOf(type);
        set.addAll(EnumSet.allOf(type).stream()
                .filter(flag -> (bits & number.applyAsInt(flag)) != 0)
                .toList());
        return Collections.unmodifiableSet(set);
    }

    /** Returns the name of the constant with this number, or the digits. */
    static <E extends Enum<E>> String name(int value, Class<E> type, ToIntFunction<E> number) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> number.applyAsInt(constant) == value)
                .map(Enum::name)
                .findFirst()
                .orElseGet(() -> Integer.toString(value));
    }
}
