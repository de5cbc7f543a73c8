package org.sockspec.java;

import java.io.IOException;
import org.sockspec.api.Errno;

/** The library told an error by a value, such as null, where the system has an errno. */
public final class ErrnoException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Errno errno;

    public ErrnoException(Errno errno) {
        super(errno.name());
        this.errno = errno;
    }

    Errno errno() {
        return errno;
    }
}
