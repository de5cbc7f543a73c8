package org.sockspec.api;

/** Socket option together with its level (POSIX XSH 2.10.16; RFC 3493 for IPv6). */
public enum SocketOption {
    SO_ACCEPTCONN(Level.SOL_SOCKET),
    SO_BROADCAST(Level.SOL_SOCKET),
    SO_DOMAIN(Level.SOL_SOCKET),
    SO_ERROR(Level.SOL_SOCKET),
    SO_KEEPALIVE(Level.SOL_SOCKET),
    SO_LINGER(Level.SOL_SOCKET),
    SO_OOBINLINE(Level.SOL_SOCKET),
    SO_PROTOCOL(Level.SOL_SOCKET),
    SO_RCVBUF(Level.SOL_SOCKET),
    SO_RCVLOWAT(Level.SOL_SOCKET),
    SO_RCVTIMEO(Level.SOL_SOCKET),
    SO_REUSEADDR(Level.SOL_SOCKET),
    SO_REUSEPORT(Level.SOL_SOCKET),
    SO_SNDBUF(Level.SOL_SOCKET),
    SO_SNDTIMEO(Level.SOL_SOCKET),
    SO_TYPE(Level.SOL_SOCKET),
    TCP_KEEPCNT(Level.IPPROTO_TCP),
    TCP_KEEPIDLE(Level.IPPROTO_TCP),
    TCP_KEEPINTVL(Level.IPPROTO_TCP),
    TCP_NODELAY(Level.IPPROTO_TCP),
    TCP_SYNCNT(Level.IPPROTO_TCP),
    TCP_USER_TIMEOUT(Level.IPPROTO_TCP),
    IPV6_V6ONLY(Level.IPPROTO_IPV6);

    /** Protocol level at which an option lives. */
    public enum Level {
        SOL_SOCKET,
        IPPROTO_TCP,
        IPPROTO_IPV6
    }

    private final Level level;

    SocketOption(Level level) {
        this.level = level;
    }

    /** Returns the level that getsockopt() and setsockopt() are given with this option. */
    public Level level() {
        return level;
    }
}
