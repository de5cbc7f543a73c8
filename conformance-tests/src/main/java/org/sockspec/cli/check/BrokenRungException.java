package org.sockspec.cli.check;

/** Says what a testee answered in place of what the protocol demands. */
final class BrokenRungException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenRungException(String message) {
        super(message);
    }
}
