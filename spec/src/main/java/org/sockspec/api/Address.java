package org.sockspec.api;

import org.jspecify.annotations.Nullable;

/** Address of a socket: what bind(), connect() and the send calls are given, and what the name calls store. */
public sealed interface Address {

    /** An address whose port can be read and replaced. */
    sealed interface WithPort extends Address {
        int port();

        WithPort withPort(int port);
    }

    /**
     * A struct sockaddr_in.
     *
     * @param host dotted decimal
     * @param port 0 to 65535, in host order
     */
    record Inet(String host, int port) implements WithPort {
        @Override
        public Inet withPort(int port) {
            return new Inet(host, port);
        }

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /**
     * A struct sockaddr_in6.
     *
     * @param host in the form of RFC 5952
     * @param port 0 to 65535, in host order
     * @param scope the interface index of a link-local address, else 0
     */
    record Inet6(String host, int port, int scope) implements WithPort {
        public Inet6(String host, int port) {
            this(host, port, 0);
        }

        @Override
        public Inet6 withPort(int port) {
            return new Inet6(host, port, scope);
        }

        @Override
        public String toString() {
            return "[" + host + (scope == 0 ? "" : "%" + scope) + "]:" + port;
        }
    }

    /** A struct sockaddr_un that names a file. */
    record UnixPath(String path) implements Address {
        @Override
        public String toString() {
            return path;
        }
    }

    /** A struct sockaddr_un in Linux's abstract name space: a zero byte, then the name. */
    record UnixAbstract(Bytes name) implements Address {
        @Override
        public String toString() {
            return "abstract " + name;
        }
    }

    /** A struct sockaddr_un that holds its family only: the name of a socket that has none. */
    record UnixUnnamed() implements Address {
        @Override
        public String toString() {
            return "unnamed";
        }
    }

    /** A struct sockaddr with sa_family AF_UNSPEC: connect() dissolves the peer of a datagram socket with it. */
    record Unspec() implements Address {
        @Override
        public String toString() {
            return "AF_UNSPEC";
        }
    }

    /** A null pointer with length 0. */
    record Null() implements Address {
        @Override
        public String toString() {
            return "NULL";
        }
    }

    /**
     * An address that is wrong on purpose.
     *
     * @param of what it is made from
     * @param family the sa_family to put in instead of the right one, or null
     * @param length the address length to pass instead of the right one, in bytes, or null
     */
    record Malformed(
            Address of, @Nullable Domain family, @Nullable Integer length) implements Address {
        @Override
        public String toString() {
            return of + (family == null ? "" : " as " + family) + (length == null ? "" : " with length " + length);
        }
    }
}
