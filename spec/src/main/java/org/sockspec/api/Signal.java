package org.sockspec.api;

/** Signal that a testee can catch and be sent. */
public enum Signal {
    SIGUSR1,
    SIGPIPE,
    SIGURG,
    SIGIO
}
