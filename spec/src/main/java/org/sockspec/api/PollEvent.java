package org.sockspec.api;

/** Event that poll() is asked for or reports (POSIX XSH poll()). */
public enum PollEvent {
    POLLIN,
    POLLPRI,
    POLLOUT,
    POLLERR,
    POLLHUP,
    POLLNVAL,
    POLLRDHUP
}
