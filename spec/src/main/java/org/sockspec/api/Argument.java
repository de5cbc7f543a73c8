package org.sockspec.api;

import java.util.List;

/** An argument of a {@link Call.Raw raw call}; afterwards, what the call left of it. */
public sealed interface Argument {

    /** An int, or a socklen_t. */
    record Number(int number) implements Argument {
        @Override
        public String toString() {
            return Integer.toString(number);
        }
    }

    /** An int by its name: a domain, a type, or SOMAXCONN. */
    record Symbol(String symbol) implements Argument {
        @Override
        public String toString() {
            return symbol;
        }
    }

    /** A pointer to ints, or to a socklen_t. */
    record Ints(List<Integer> ints) implements Argument {
        @Override
        public String toString() {
            return "&" + ints;
        }
    }

    /** A pointer to memory. */
    record Memory(Bytes bytes) implements Argument {
        @Override
        public String toString() {
            return "&" + bytes;
        }
    }

    /** A pointer to no memory. */
    record Wrong(Pointer pointer) implements Argument {
        @Override
        public String toString() {
            return pointer.name();
        }
    }

    /** What points to no memory of the process. */
    enum Pointer {
        NULL,
        UNMAPPED
    }
}
