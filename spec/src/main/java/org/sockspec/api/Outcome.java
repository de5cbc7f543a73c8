package org.sockspec.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a call. */
public sealed interface Outcome
        permits Returned, Outcome.Failed, Outcome.StillBlocked, Outcome.Died, Outcome.Unsupported {

    /**
     * The call returned -1 and set errno.
     *
     * @param arguments what a raw call left of its arguments; null after any other
     */
    record Failed(Errno errno, @Nullable List<Argument> arguments) implements Outcome {
        @Override
        public String toString() {
            return errno.name();
        }
    }

    /** The call had not returned when it was last looked at. */
    record StillBlocked() implements Outcome {
        @Override
        public String toString() {
            return "still blocked";
        }
    }

    /** The implementation ended in the middle of the call, or before it. */
    record Died(String how) implements Outcome {
        @Override
        public String toString() {
            return how;
        }
    }

    /** The testee said that it cannot make this call at all. */
    record Unsupported(String what) implements Outcome {
        @Override
        public String toString() {
            return "unsupported: " + what;
        }
    }

    static Returned returned(long value) {
        return Returned.of(value);
    }

    static Failed failed(Errno errno) {
        return new Failed(errno, null);
    }
}
