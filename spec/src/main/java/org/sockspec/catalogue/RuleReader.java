package org.sockspec.catalogue;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one rule of a mutant. */
final class RuleReader {
    private static final Map<String, Rule.State> STATES = Symbols.of(Rule.State.class);
    private static final List<String> CALL_PARAMETERS = List.of("where", "instead");

    private static final Shape RULE = EffectReader.addTo(new Shape()
            .required("on", Kind.oneOrMore(Kind.oneOf(CallNames.ALL.keySet())))
            .optional("where", Kind.mapping())
            .optional("domain", Kind.oneOf(ShortNames.DOMAINS.keySet()))
            .optional("type", Kind.oneOf(ShortNames.TYPES.keySet()))
            .optional("nonblocking", Kind.flag())
            .optional("state", Kind.oneOf(STATES.keySet()))
            .optional("nth", Kind.number(1))
            .optional("result", Outcomes.RESULT));

    private final Notes notes;

    RuleReader(Notes notes) {
        this.notes = notes;
    }

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
        return notes.count() == before ? effect.map(e -> rule(yaml, e)) : Optional.empty();
    }

    private static Rule rule(YamlMap yaml, Effect effect) {
        return new Rule(
                Collections.unmodifiableSet(new LinkedHashSet<>(yaml.texts("on"))),
                yaml.has("where") ? yaml.map("where").plain() : Map.of(),
                yaml.oneOrNull("domain", ShortNames.DOMAINS),
                yaml.oneOrNull("type", ShortNames.TYPES),
                yaml.has("nonblocking") ? (Boolean) yaml.flag("nonblocking") : null,
                yaml.oneOrNull("state", STATES),
                yaml.numberOrNull("nth"),
                yaml.has("result") ? new Result(yaml.text("result")) : null,
                effect);
    }
}
