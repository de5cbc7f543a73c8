package org.sockspec.api;

import java.util.Set;

/**
 * Who an implementation is and what it can do. What is not named here is unsupported.
 *
 * @param name of the implementation
 * @param version of the implementation
 * @param platform it runs on
 * @param sessions how many sessions one process can serve at once, 1 or more
 * @param domains of sockets it can create
 * @param types of sockets it can create
 * @param calls by their C names, as in {@link Call#method()}
 */
public record Capabilities(
        String name,
        String version,
        String platform,
        int sessions,
        Set<Domain> domains,
        Set<SocketType> types,
        Set<String> calls) {}
