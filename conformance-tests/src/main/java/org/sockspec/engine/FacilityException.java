package org.sockspec.engine;

/** Reports that what a case needs besides its hosts has failed, which is not the implementation's fault. */
public class FacilityException extends RuntimeException {
    protected FacilityException(String message) {
        super(message);
    }

    protected FacilityException(String message, Throwable cause) {
        super(message, cause);
    }
}
