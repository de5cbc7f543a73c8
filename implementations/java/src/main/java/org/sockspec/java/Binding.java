package org.sockspec.java;

import java.util.Set;
import java.util.TreeSet;
import org.sockspec.api.Capabilities;
import org.sockspec.api.Domain;
import org.sockspec.api.SocketType;

/** What the socket libraries of Java have in common. */
public final class Binding {
    private static final int SESSIONS = 64;
    private static final Set<String> CALLS = Set.of(
            "socket",
            "bind",
            "listen",
            "accept",
            "connect",
            "send",
            "sendto",
            "write",
            "recv",
            "recvfrom",
            "read",
            "shutdown",
            "close",
            "getsockopt",
            "setsockopt",
            "getsockname",
            "getpeername",
            "send_pattern",
            "recv_pattern");

    private Binding() {}

    /**
     * Describes a library.
     *
     * @param more the calls it has besides those that all have
     */
    public static Capabilities capabilities(String name, String version, Set<Domain> domains, String... more) {
        var calls = new TreeSet<>(CALLS);
        calls.addAll(Set.of(more));
        return new Capabilities(
                name,
                version,
                "Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name"),
                SESSIONS,
                domains,
                Set.of(SocketType.SOCK_STREAM, SocketType.SOCK_DGRAM),
                calls,
                "binding",
                Set.of("descriptor-numbers"));
    }
}
