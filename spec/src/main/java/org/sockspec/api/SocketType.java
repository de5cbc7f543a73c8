package org.sockspec.api;

/** Type of a socket; the second argument of socket() without creation flags (POSIX XBD sys/socket.h). */
public enum SocketType {
    SOCK_STREAM,
    SOCK_DGRAM,
    SOCK_SEQPACKET,
    SOCK_RAW,
    /** A number that no implementation knows. */
    SOCK_UNKNOWN;

    /** Tells whether sockets of this type are connected with listen(), connect() and accept(). */
    public boolean isConnectionMode() {
        return this == SOCK_STREAM || this == SOCK_SEQPACKET;
    }
}
