package org.sockspec.api;

/** Value of a socket option as it is set or read. */
public sealed interface OptionValue {

    /** An int, also for options that are on (non-zero) or off (0). */
    record Number(int value) implements OptionValue {
        @Override
        public String toString() {
            return Integer.toString(value);
        }
    }

    /**
     * A value that has a name: SO_TYPE ({@code SOCK_STREAM}), SO_DOMAIN ({@code AF_INET}), SO_PROTOCOL
     * ({@code IPPROTO_TCP}) and SO_ERROR ({@code ECONNREFUSED}, or {@code 0} for none).
     */
    record Symbol(String name) implements OptionValue {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A struct linger; {@code seconds} counts only while {@code on}. */
    record Linger(boolean on, int seconds) implements OptionValue {
        @Override
        public String toString() {
            return "{" + (on ? 1 : 0) + ", " + seconds + "}";
        }
    }

    /** A struct timeval, in microseconds; 0 waits without limit. */
    record Timeout(long micros) implements OptionValue {
        @Override
        public String toString() {
            return "{" + micros / 1_000_000 + ", " + micros % 1_000_000 + "}";
        }
    }

    static OptionValue of(int value) {
        return new Number(value);
    }
}
