package org.sockspec.api;

/** Creation flag that socket(), socketpair() and accept4() take beside the type (POSIX.1-2024 XSH socket()). */
public enum SocketFlag {
    SOCK_NONBLOCK,
    SOCK_CLOEXEC,
    SOCK_CLOFORK,
    /** A bit that is neither part of a type nor a flag that an implementation knows. */
    SOCK_FLAG_UNKNOWN
}
