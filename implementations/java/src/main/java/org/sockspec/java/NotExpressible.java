package org.sockspec.java;

/** The library has no way to make this call. */
public final class NotExpressible extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotExpressible(String what) {
        super(what);
    }
}
