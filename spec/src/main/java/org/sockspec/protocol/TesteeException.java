package org.sockspec.protocol;

/** Says why a testee could not be started or greeted. */
public final class TesteeException extends RuntimeException {
    public TesteeException(String message) {
        super(message);
    }
}
