package org.sockspec.catalogue;

import java.util.Map;
import org.sockspec.api.Outcome;

/** What a rule does to a call. */
public sealed interface Effect {

    /** Tells whether the effect comes after the real call even where the rule asks for no result. */
    default boolean needsCall() {
        return false;
    }

    /**
     * Answers this. The call is made before only if {@code after} is set or the rule asks for a result.
     *
     * @param answer a failure or a bare return value
     * @param after whether the real call is made first
     */
    record Gives(Outcome answer, boolean after) implements Effect {
        @Override
        public boolean needsCall() {
            return after;
        }
    }

    /** Makes the call and never returns. */
    record Never() implements Effect {
        @Override
        public boolean needsCall() {
            return true;
        }
    }

    /** Answers this at once where the call would block. */
    record Early(Outcome answer) implements Effect {}

    /** Answers 0 and does nothing. */
    record Skip() implements Effect {}

    /** Makes the call twice and answers with the second; the first answer is that of the next such call. */
    record Swapped() implements Effect {}

    /**
     * Hands the answer over later.
     *
     * @param millis how much later, in milliseconds
     */
    record Delay(long millis) implements Effect {
        @Override
        public boolean needsCall() {
            return true;
        }
    }

    /** Makes the call and changes what it stored. */
    record Stored(Changes changes) implements Effect {
        @Override
        public boolean needsCall() {
            return true;
        }
    }

    /** Makes the call, then does something else to its descriptor too. */
    record Also(Deed deed) implements Effect {
        @Override
        public boolean needsCall() {
            return true;
        }

        /** What is done. */
        public enum Deed {
            CLOSE,
            /** In both directions. */
            SHUTDOWN
        }
    }

    /**
     * Makes the call with other parameters.
     *
     * @param parameters names to text, numbers, booleans, lists or maps; the other parameters stay as they are
     */
    record Instead(Map<String, Object> parameters) implements Effect {}
}
