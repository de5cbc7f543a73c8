package org.sockspec.api;

/** Communication domain of a socket; the first argument of socket() (POSIX XSH socket()). */
public enum Domain {
    AF_INET,
    AF_INET6,
    AF_UNIX,
    AF_UNSPEC,
    /** A number that no implementation knows, below 256. */
    AF_UNKNOWN
}
