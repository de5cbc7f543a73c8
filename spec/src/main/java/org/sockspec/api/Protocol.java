package org.sockspec.api;

/** Protocol of a socket; the third argument of socket(). */
public enum Protocol {
    /** Protocol number 0: the default of the domain and type. */
    DEFAULT,
    IPPROTO_TCP,
    IPPROTO_UDP,
    /** A number that no implementation knows. */
    IPPROTO_UNKNOWN,
    /** A number that no IP protocol can have, for they have eight bits. */
    IPPROTO_OUT_OF_RANGE
}
