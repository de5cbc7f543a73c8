package org.sockspec.reference;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.sockspec.api.Domain;
import org.sockspec.api.OptionValue;
import org.sockspec.api.Outcome;
import org.sockspec.api.Protocol;
import org.sockspec.api.Returned;
import org.sockspec.api.SocketOption;
import org.sockspec.api.SocketType;

/** Socket options: their numbers, and their values as the bytes that getsockopt() and setsockopt() carry. */
final class Options {
    private static final int LONGEST = 16;
    private static final long MICROS = TimeUnit.SECONDS.toMicros(1);

    private Options() {}

    static Outcome get(int fd, SocketOption option) {
        var value = new byte[LONGEST];
        var length = new int[] {LONGEST};
        return Answers.of(
                Libc.getsockopt(fd, level(option), number(option), value, length),
                zero -> Returned.option(decode(option, Buffers.inNativeOrder(value))));
    }

    /** Passes the bytes of the value's own kind, even where the option wants another: the kernel has to refuse it. */
    static Outcome set(int fd, SocketOption option, OptionValue value) {
        var bytes = encode(option, value);
        return Answers.of(Libc.setsockopt(fd, level(option), number(option), bytes, bytes.length));
    }

    private static OptionValue decode(SocketOption option, ByteBuffer value) {
        return switch (option) {
            case SO_TYPE -> new OptionValue.Symbol(Symbols.name(value.getInt(), SocketType.class, Symbols::number));
            case SO_DOMAIN -> new OptionValue.Symbol(Symbols.name(value.getInt(), Domain.class, Symbols::number));
            case SO_PROTOCOL -> new OptionValue.Symbol(protocol(value.getInt()));
            case SO_ERROR -> new OptionValue.Symbol(error(value.getInt()));
            case SO_LINGER -> new OptionValue.Linger(value.getInt() != 0, value.getInt());
            case SO_RCVTIMEO, SO_SNDTIMEO -> new OptionValue.Timeout(value.getLong() * MICROS + value.getLong());
            default -> OptionValue.of(value.getInt());
        };
    }

    private static String protocol(int number) {
        return number == 0 ? "0" : Symbols.name(number, Protocol.class, Symbols::number);
    }

    private static String error(int number) {
        return number == 0 ? "0" : Errnos.of(number).name();
    }

    private static byte[] encode(SocketOption option, OptionValue value) {
        if (value instanceof OptionValue.Linger linger) {
            return Buffers.inNativeOrder(new byte[8])
                    .putInt(linger.on() ? 1 : 0)
                    .putInt(linger.seconds())
                    .array();
        }
        if (value instanceof OptionValue.Timeout timeout) {
            return Buffers.inNativeOrder(new byte[16])
                    .putLong(Math.floorDiv(timeout.micros(), MICROS))
                    .putLong(Math.floorMod(timeout.micros(), MICROS))
                    .array();
        }
        int number = value instanceof OptionValue.Symbol symbol
                ? number(option, symbol.name())
                : ((OptionValue.Number) value).value();
        return Buffers.inNativeOrder(new byte[4]).putInt(number).array();
    }

    private static int number(SocketOption option, String symbol) {
        return switch (option) {
            case SO_TYPE -> Symbols.number(SocketType.valueOf(symbol));
            case SO_DOMAIN -> Symbols.number(Domain.valueOf(symbol));
            case SO_PROTOCOL -> symbol.equals("0") ? 0 : Symbols.number(Protocol.valueOf(symbol));
            case SO_ERROR -> symbol.equals("0") ? 0 : Errnos.number(symbol);
            default ->
                throw new IllegalArgumentException(
                        option + " has no value that is called " + symbol + ". Give it a number.");
        };
    }

    private static int level(SocketOption option) {
        return switch (option.level()) {
            case SOL_SOCKET -> 1;
            case IPPROTO_TCP -> 6;
            case IPPROTO_IPV6 -> 41;
        };
    }

    private static int number(SocketOption option) {
        return switch (option) {
            case SO_REUSEADDR -> 2;
            case SO_TYPE -> 3;
            case SO_ERROR -> 4;
            case SO_BROADCAST -> 6;
            case SO_SNDBUF -> 7;
            case SO_RCVBUF -> 8;
            case SO_KEEPALIVE -> 9;
            case SO_OOBINLINE -> 10;
            case SO_LINGER -> 13;
            case SO_REUSEPORT -> 15;
            case SO_RCVLOWAT -> 18;
            case SO_RCVTIMEO -> 20;
            case SO_SNDTIMEO -> 21;
            case SO_ACCEPTCONN -> 30;
            case SO_PROTOCOL -> 38;
            case SO_DOMAIN -> 39;
            case TCP_NODELAY -> 1;
            case TCP_KEEPIDLE -> 4;
            case TCP_KEEPINTVL -> 5;
            case TCP_KEEPCNT -> 6;
            case TCP_SYNCNT -> 7;
            case TCP_USER_TIMEOUT -> 18;
            case IPV6_V6ONLY -> 26;
        };
    }
}
