package org.sockspec.api;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
 * @param level {@code call} for system calls or a complete sockets API, {@code binding} for the socket library of a
 *     language, or null where that is not said
 * @param lacks what cases may need and this cannot give, by the names of the catalogue, such as {@code netns} where
 *     each process has a network of its own; null where nothing is lacking
 */
public record Capabilities(
        String name,
        String version,
        String platform,
        int sessions,
        Set<Domain> domains,
        Set<SocketType> types,
        Set<String> calls,
        @Nullable String level,
        @Nullable Set<String> lacks) {

    /** Describes an implementation that lacks nothing that cases need. */
    public Capabilities(
            String name,
            String version,
            String platform,
            int sessions,
            Set<Domain> domains,
            Set<SocketType> types,
            Set<String> calls) {
        this(name, version, platform, sessions, domains, types, calls, null, null);
    }

    /** Tells whether something that cases may need is lacking. */
    public boolean isLacking(String need) {
        return lacks != null && lacks.contains(need);
    }

    /** Returns these capabilities, lacking more. */
    public Capabilities lacking(Set<String> more) {
        var all = new HashSet<>(more);
        if (lacks != null) {
            all.addAll(lacks);
        }
        return new Capabilities(name, version, platform, sessions, domains, types, calls, level, Set.copyOf(all));
    }

    /** Returns these capabilities with one more call. */
    public Capabilities withCall(String call) {
        var more = new HashSet<>(calls);
        more.add(call);
        return new Capabilities(name, version, platform, sessions, domains, types, Set.copyOf(more), level, lacks);
    }
}
