package org.sockspec.catalogue;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sockspec.api.Errno;
import org.sockspec.api.Outcome;
import org.sockspec.api.Returned;

/** Reads one rule of a mutant. */
final class RuleReader {
    private static final Map<String, Rule.State> STATES = Symbols.of(Rule.State.class);
    private static final List<String> CALL_PARAMETERS = List.of("where", "instead");

    private static final Shape SEEN = seen();

    private static final Shape RULE = EffectReader.addTo(new Shape()
            .required("on", Kind.oneOrMore(Kind.oneOf(CallNames.ALL.keySet())))
            .optional("where", Kind.mapping())
            .optional("domain", Kind.oneOf(ShortNames.DOMAINS.keySet()))
            .optional("type", Kind.oneOf(ShortNames.TYPES.keySet()))
            .optional("nonblocking", Kind.flag())
            .optional("state", Kind.oneOf(STATES.keySet()))
            .optional("before", Kind.mapping(SEEN))
            .optional("without", Kind.oneOrMore(Kind.oneOf(CallNames.ALL.keySet())))
            .optional("session-before", Kind.mapping(SEEN))
            .optional("session-without", Kind.oneOrMore(Kind.oneOf(CallNames.ALL.keySet())))
            .optional("nth", Kind.number(1))
            .optional("result", Outcomes.RESULT));

    private final Notes notes;

    RuleReader(Notes notes) {
        this.notes = notes;
    }

    private static final Set<String> OPENING = Set.of("socket", "accept", "accept4", "dup");
    private static final long FIRST_UNUSED = 100_000;

    /** Returns the rule, or nothing after it noted what is wrong. */
    Optional<Rule> read(Node node) {
        if (!RULE.fits("the rule", node, notes)) {
            return Optional.empty();
        }
        var yaml = new YamlMap(node);
        var calls = yaml.texts("on");
        int before = notes.count();
        for (var field : CALL_PARAMETERS) {
            if (yaml.has(field)) {
                CallNames.parameters(calls).fits(field + " of " + String.join(", ", calls), yaml.node(field), notes);
            }
        }
        var effect = new EffectReader(yaml, notes).read();
        effect.filter(e -> givesUsedDescriptor(calls, e))
                .ifPresent(e -> notes.say(
                        node,
                        "the call would give a descriptor that the process may have for itself",
                        "give a number that nobody has, from " + FIRST_UNUSED + "; the session closes it at its end"));
        return notes.count() == before ? effect.map(e -> rule(yaml, e)) : Optional.empty();
    }

    private static Shape seen() {
        var shape = new Shape();
        CallNames.ALL.keySet().forEach(call -> shape.optional(call, Outcomes.PAST));
        return shape;
    }

    private static boolean givesUsedDescriptor(List<String> calls, Effect effect) {
        return calls.stream().anyMatch(OPENING::contains)
                && given(effect)
                        .filter(number -> number >= 0 && number < FIRST_UNUSED)
                        .isPresent();
    }

    private static Optional<Long> given(Effect effect) {
        if (effect instanceof Effect.Stored stored) {
            return Optional.ofNullable(stored.changes().value());
        }
        Outcome answer = effect instanceof Effect.Gives gives
                ? gives.answer()
                : effect instanceof Effect.Early early
                        ? early.answer()
                        : effect instanceof Effect.Skip ? Outcome.returned(0) : Outcome.failed(Errno.EBADF);
        return answer instanceof Returned returned ? Optional.of(returned.value()) : Optional.empty();
    }

    private static Past past(YamlMap yaml, String seen, String missing) {
        return new Past(
                yaml.has(seen) ? yaml.map(seen).toTexts() : Map.of(),
                yaml.has(missing) ? Set.copyOf(yaml.texts(missing)) : Set.of());
    }

    private static Rule rule(YamlMap yaml, Effect effect) {
        return new Rule(
                Collections.unmodifiableSet(new LinkedHashSet<>(yaml.texts("on"))),
                yaml.has("where") ? yaml.map("where").plain() : Map.of(),
                yaml.oneOrNull("domain", ShortNames.DOMAINS),
                yaml.oneOrNull("type", ShortNames.TYPES),
                yaml.has("nonblocking") ? (Boolean) yaml.flag("nonblocking") : null,
                yaml.oneOrNull("state", STATES),
                past(yaml, "before", "without"),
                past(yaml, "session-before", "session-without"),
                yaml.numberOrNull("nth"),
                yaml.has("result") ? new Result(yaml.text("result")) : null,
                effect);
    }
}
