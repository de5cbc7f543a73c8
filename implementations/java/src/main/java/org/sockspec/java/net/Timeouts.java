package org.sockspec.java.net;

import org.sockspec.api.OptionValue;
import org.sockspec.java.NotExpressible;

/** SO_RCVTIMEO as Java has it, in milliseconds: a limit on reading and accepting. */
final class Timeouts {
    private static final int MICROS_PER_MILLI = 1000;

    private Timeouts() {}

    static OptionValue ofJava(int millis) {
        return new OptionValue.Timeout((long) millis * MICROS_PER_MILLI);
    }

    static int toJava(OptionValue value) {
        if (value instanceof OptionValue.Timeout timeout && timeout.micros() % MICROS_PER_MILLI == 0) {
            return Math.toIntExact(timeout.micros() / MICROS_PER_MILLI);
        }
        throw new NotExpressible("SO_RCVTIMEO " + value);
    }
}
