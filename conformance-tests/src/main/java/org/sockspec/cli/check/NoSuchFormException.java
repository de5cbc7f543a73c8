package org.sockspec.cli.check;

/** Says that a binding has a call, but not in the form that a rung makes it. */
final class NoSuchFormException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoSuchFormException(String message) {
        super(message);
    }
}
