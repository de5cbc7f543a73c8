package org.sockspec.java;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.util.Map;
import org.sockspec.api.OptionValue;
import org.sockspec.api.SocketOption;

/** The options that Java's sockets have in common. */
public final class Options {
    private static final Map<SocketOption, java.net.SocketOption<Boolean>> SWITCHES = Map.of(
            SocketOption.SO_BROADCAST, StandardSocketOptions.SO_BROADCAST,
            SocketOption.SO_KEEPALIVE, StandardSocketOptions.SO_KEEPALIVE,
            SocketOption.SO_REUSEADDR, StandardSocketOptions.SO_REUSEADDR,
            SocketOption.TCP_NODELAY, StandardSocketOptions.TCP_NODELAY);
    private static final Map<SocketOption, java.net.SocketOption<Integer>> SIZES = Map.of(
            SocketOption.SO_RCVBUF, StandardSocketOptions.SO_RCVBUF,
            SocketOption.SO_SNDBUF, StandardSocketOptions.SO_SNDBUF);
    private static final int NO_LINGER = -1;

    private Options() {}

    /** Reads an option of a socket. */
    @FunctionalInterface
    public interface Reader {
        <T> T get(java.net.SocketOption<T> option) throws IOException;
    }

    /** Sets an option of a socket. */
    @FunctionalInterface
    public interface Writer {
        <T> Object set(java.net.SocketOption<T> option, T value) throws IOException;
    }

    public static OptionValue get(Reader socket, SocketOption option) throws IOException {
        if (SWITCHES.containsKey(option)) {
            return OptionValue.of(socket.get(SWITCHES.get(option)) ? 1 : 0);
        }
        if (SIZES.containsKey(option)) {
            return OptionValue.of(socket.get(SIZES.get(option)));
        }
        if (option == SocketOption.SO_LINGER) {
            int seconds = socket.get(StandardSocketOptions.SO_LINGER);
            return new OptionValue.Linger(seconds != NO_LINGER, Math.max(seconds, 0));
        }
        throw new NotExpressible(option.toString());
    }

    public static void set(Writer socket, SocketOption option, OptionValue value) throws IOException {
        if (SWITCHES.containsKey(option) && value instanceof OptionValue.Number number) {
            socket.set(SWITCHES.get(option), number.value() != 0);
        } else if (SIZES.containsKey(option) && value instanceof OptionValue.Number number) {
            socket.set(SIZES.get(option), number.value());
        } else if (option == SocketOption.SO_LINGER && value instanceof OptionValue.Linger linger) {
            socket.set(StandardSocketOptions.SO_LINGER, linger.on() ? linger.seconds() : NO_LINGER);
        } else {
            throw new NotExpressible(option + " " + value);
        }
    }
}
