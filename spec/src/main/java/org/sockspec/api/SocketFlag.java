package org.sockspec.api;

/** Creation flag that socket(), socketpair() and accept4() take beside the type (POSIX.1-2024 XSH socket()). */
public enum SocketFlag {
    SOCK_NONBLOCK,
    SOCK_CLOEXEC
}
