package org.sockspec.api;

/** Descriptor flag or file status flag that fcntl() reads and sets (POSIX XSH fcntl()). */
public enum FileFlag {
    FD_CLOEXEC,
    FD_CLOFORK,
    O_NONBLOCK,
    O_RDWR,
    O_ASYNC
}
