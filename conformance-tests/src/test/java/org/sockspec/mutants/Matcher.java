package org.sockspec.mutants;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.sockspec.api.Call;
import org.sockspec.api.Outcome;
import org.sockspec.catalogue.Rule;
import org.sockspec.protocol.Codec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds the rule that counts for a call. */
final class Matcher {
    private static final JsonMapper MAPPER = JsonMapper.shared();

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
        var socket =
                parameters.has("fd") ? descriptors.find(parameters.get("fd").intValue()) : null;
        boolean holds = includes(parameters, MAPPER.valueToTree(rule.where()))
                && (rule.domain() == null || socket != null && socket.domain() == rule.domain())
                && (rule.type() == null || socket != null && socket.type() == rule.type())
                && (rule.nonblocking() == null || socket != null && socket.nonblocking() == rule.nonblocking())
                && (rule.state() == null || socket != null && socket.state() == rule.state());
        return holds && (rule.result() != null || isTheOne(rule));
    }

    private boolean isTheOne(Rule rule) {
        return rule.nth() == null
                || matches.computeIfAbsent(rule, unused -> new AtomicInteger()).incrementAndGet() == rule.nth();
    }

    /** Tells whether all that is wanted is there; a list includes another one if it has its items. */
    private static boolean includes(JsonNode there, JsonNode wanted) {
        if (wanted.isObject()) {
            return wanted.properties().stream()
                    .allMatch(entry -> includes(there.path(entry.getKey()), entry.getValue()));
        }
        if (wanted.isArray()) {
            if (wanted.isEmpty()) {
                return there.isEmpty();
            }
            for (var item : wanted) {
                boolean found = false;
                for (var candidate : there) {
                    found |= includes(candidate, item);
                }
                if (!found) {
                    return false;
                }
            }
            return true;
        }
        return wanted.isNumber() && there.isNumber() ? wanted.longValue() == there.longValue() : wanted.equals(there);
    }
}
