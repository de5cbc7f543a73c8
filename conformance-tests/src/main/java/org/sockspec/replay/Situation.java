package org.sockspec.replay;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Call;
import org.sockspec.api.Outcome;
import org.sockspec.api.Returned;
import org.sockspec.engine.Recording;
import org.sockspec.protocol.Codec;

/**
 * A call, all that the case had changed before, and what came of it; without the numbers and names that every case has
 * of its own, so that two cases that do the same come to the same.
 */
record Situation(List<String> before, String call) {
    private static final Set<String> CHANGE_NOTHING =
            Set.of("getsockname", "getpeername", "poll", "select", "fstat", "umask", "chdir");
    private static final Set<String> OWN = Set.of("fd", "fds", "port", "host", "path", "data", "ret");
    private static final Set<String> COMMON = Set.of("0", "0.0.0.0", "::");

    /** Returns the situation of each call of a case. */
    static List<Situation> of(Recording recording) {
        var before = new ArrayList<String>();
        var situations = new ArrayList<Situation>();
        var ports = new HashSet<Object>();
        for (var answer : recording.answers()) {
            var whole = "%s %s%s = %s"
                    .formatted(
                            answer.host(),
                            answer.call().method(),
                            without(Codec.parameters(answer.call())) + (isAgain(answer.call(), ports) ? " again" : ""),
                            outcome(answer.outcome()));
            situations.add(new Situation(List.copyOf(before), whole));
            if (!CHANGE_NOTHING.contains(answer.call().method())) {
                before.add(whole);
            }
        }
        return situations;
    }

    /** Tells whether a call names a port that one before it named. */
    private static boolean isAgain(Call call, Set<Object> ports) {
        return Codec.parameters(call).get("address") instanceof Map<?, ?> address
                && address.containsKey("port")
                && !ports.add(Objects.requireNonNull(address.get("port")));
    }

    private static String outcome(Outcome outcome) {
        return outcome instanceof Returned ? "success" : outcome.toString();
    }

    private static Object without(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            var common = new TreeMap<String, Object>();
            members.forEach((name, member) -> common.put(String.valueOf(name), part(String.valueOf(name), member)));
            return common;
        }
        return String.valueOf(value);
    }

    private static Object part(String name, @Nullable Object value) {
        return OWN.contains(name) && !COMMON.contains(String.valueOf(value))
                ? name.equals("path") ? shape(String.valueOf(value)) : name
                : without(value);
    }

    /** Returns a path with its slashes only. */
    private static String shape(String path) {
        return path.replaceAll("[^/]+", ".");
    }
}
