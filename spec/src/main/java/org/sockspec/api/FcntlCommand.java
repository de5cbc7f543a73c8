package org.sockspec.api;

/** Command of fcntl() (POSIX XSH fcntl()). */
public enum FcntlCommand {
    F_GETFD,
    F_SETFD,
    F_GETFL,
    F_SETFL,
    F_DUPFD
}
