package org.sockspec.engine;

import org.opentest4j.TestAbortedException;

/** The ways a case can end other than by passing or by a failed expectation. */
public final class Verdicts {
    private Verdicts() {}

    /** A call had an outcome that the case does not accept. */
    public static final class Deviation extends AssertionError {
        private final String host;

        /** Names the host in which the call was made. */
        public Deviation(String host, String message) {
            super(message);
            this.host = host;
        }

        /** Returns the host in which the call was made. */
        public String host() {
            return host;
        }
    }

    /** A host ended while the case needed it. */
    public static final class Crashed extends AssertionError {
        public Crashed(String message) {
            super(message);
        }
    }

    /** A call that must return did not return. */
    public static final class Hung extends AssertionError {
        public Hung(String message) {
            super(message);
        }
    }

    /** The implementation does not declare what the case needs. */
    public static final class Unsupported extends TestAbortedException {
        public Unsupported(String message) {
            super(message);
        }
    }

    /** This machine does not have what the case needs. */
    public static final class NotRun extends TestAbortedException {
        public NotRun(String message) {
            super(message);
        }
    }

    /** The machine was too noisy to tell. */
    public static final class Inconclusive extends TestAbortedException {
        public Inconclusive(String message) {
            super(message);
        }
    }
}
