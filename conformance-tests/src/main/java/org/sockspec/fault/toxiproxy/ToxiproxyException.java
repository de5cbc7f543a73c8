package org.sockspec.fault.toxiproxy;

import org.sockspec.engine.FacilityException;

/** Report that a Toxiproxy server could not be steered: a harness fault, never the testee's. */
public final class ToxiproxyException extends FacilityException {

    private static final long serialVersionUID = 1;

    ToxiproxyException(String message) {
        super(message);
    }

    ToxiproxyException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Tell whether a proxy could not listen because its port is taken, so that another port helps. */
    public boolean portTaken() {
        return String.valueOf(getMessage()).contains("address already in use");
    }
}
