package org.sockspec.mutants;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Call;
import org.sockspec.api.Outcome;
import org.sockspec.catalogue.Rule;
import org.sockspec.protocol.Codec;

/** Finds the rule that counts for a call. */
final class Matcher {
    private final List<Rule> rules;
    private final Descriptors descriptors;
    private final Map<Rule, AtomicInteger> matches = new ConcurrentHashMap<>();

    Matcher(List<Rule> rules, Descriptors descriptors) {
        this.rules = rules;
        this.descriptors = descriptors;
    }

    /** Returns the first rule whose conditions on the call hold. */
    Optional<Rule> match(Call call) {
        return rules.stream().filter(rule -> matches(rule, call)).findFirst();
    }

    /** Tells whether the condition of a rule on the result holds, and, where it has one, counts the match. */
    boolean holds(Rule rule, Outcome outcome) {
        return rule.result() == null || (rule.result().matches(outcome) && isTheOne(rule));
    }

    private boolean matches(Rule rule, Call call) {
        if (!rule.on().contains(call.method())) {
            return false;
        }
        var parameters = Codec.parameters(call);
        return includes(parameters, rule.where())
                && descriptors.session().fits(rule.ofSession())
                && (!rule.isAboutSocket()
                        || Descriptors.numbers(parameters)
                                .map(descriptors::find)
                                .anyMatch(socket -> matches(rule, socket)))
                && (rule.result() != null || isTheOne(rule));
    }

    private static boolean matches(Rule rule, Descriptors.@Nullable Known socket) {
        return socket != null
                && (rule.domain() == null || socket.domain() == rule.domain())
                && (rule.type() == null || socket.type() == rule.type())
                && (rule.nonblocking() == null || socket.nonblocking() == rule.nonblocking())
                && (rule.state() == null || socket.state() == rule.state())
                && socket.past().fits(rule.ofSocket());
    }

    private boolean isTheOne(Rule rule) {
        return rule.nth() == null
                || matches.computeIfAbsent(rule, unused -> new AtomicInteger()).incrementAndGet() == rule.nth();
    }

    /** Tells whether all that is wanted is there; a list includes another one if it has its items. */
    private static boolean includes(@Nullable Object there, Object wanted) {
        if (wanted instanceof Map<?, ?> members) {
            return there instanceof Map<?, ?> object
                    && members.entrySet().stream()
                            .allMatch(entry -> includes(object.get(entry.getKey()), entry.getValue()));
        }
        if (wanted instanceof List<?> items) {
            return there instanceof List<?> candidates
                    && (items.isEmpty() ? candidates.isEmpty() : includesAll(candidates, items));
        }
        return wanted instanceof Number number && there instanceof Number other
                ? number.longValue() == other.longValue()
                : wanted.equals(there);
    }

    private static boolean includesAll(List<?> candidates, List<?> items) {
        return items.stream().allMatch(item -> candidates.stream().anyMatch(candidate -> includes(candidate, item)));
    }
}
