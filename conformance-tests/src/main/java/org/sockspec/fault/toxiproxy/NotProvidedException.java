package org.sockspec.fault.toxiproxy;

/** Say in plain words why one provider has no server; the next one is tried. */
final class NotProvidedException extends Exception {

    private static final long serialVersionUID = 1;

    NotProvidedException(String reason) {
        super(reason);
    }

    NotProvidedException(String reason, Throwable cause) {
        super(reason, cause);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
