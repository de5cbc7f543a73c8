package org.sockspec.engine;

/** Says what is wrong with a baseline: file, line, reason, and what to do about it. */
public final class BaselineException extends RuntimeException {
    public BaselineException(String message) {
        super(message);
    }
}
