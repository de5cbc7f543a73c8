package org.sockspec.api;

/** Direction that shutdown() closes (POSIX XSH shutdown()). */
public enum Shutdown {
    SHUT_RD,
    SHUT_WR,
    SHUT_RDWR
}
