package org.sockspec.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sockspec.catalogue.Effect.Also.Deed;

/** Reads the one effect of a rule. */
final class EffectReader {
    private static final Map<String, Deed> DEEDS = Symbols.of(Deed.class);
    private static final List<String> EFFECTS =
            List.of("gives", "never", "early", "skip", "swapped", "delay", "stored", "also", "instead");
    private static final Set<String> WITHOUT_RESULT = Set.of("early", "skip", "swapped", "instead");

    private final YamlMap rule;
    private final Notes notes;

    EffectReader(YamlMap rule, Notes notes) {
        this.rule = rule;
        this.notes = notes;
    }

    static Shape addTo(Shape shape) {
        return shape.optional("gives", Outcomes.ANSWER)
                .optional("after", Kind.yes())
                .optional("never", Kind.yes())
                .optional("early", Outcomes.ANSWER)
                .optional("skip", Kind.yes())
                .optional("swapped", Kind.yes())
                .optional("delay", Kind.number(1))
                .optional("stored", Kind.mapping(ChangesReader.CHANGES))
                .optional("also", Kind.oneOf(DEEDS.keySet()))
                .optional("instead", Kind.mapping());
    }

    /** Returns the effect, or nothing after it noted what is wrong. */
    Optional<Effect> read() {
        var named = EFFECTS.stream().filter(rule::has).toList();
        if (named.size() != 1) {
            notes.say(
                    rule.line(named.isEmpty() ? "on" : named.get(1)),
                    named.isEmpty() ? "the rule has no effect" : "the rule has " + named.size() + " effects",
                    "give it exactly one of " + String.join(", ", EFFECTS));
            return Optional.empty();
        }
        var name = named.get(0);
        if (rule.has("after") && !name.equals("gives")) {
            notes.say(rule.line("after"), "after belongs to gives, not to " + name, "remove it");
        }
        if (rule.has("result") && WITHOUT_RESULT.contains(name)) {
            notes.say(
                    rule.line("result"),
                    "result needs the real call to be made first, which " + name + " does not do",
                    "remove the result, or use gives");
        }
        if (name.equals("stored") && rule.map(name).names().isEmpty()) {
            notes.say(rule.line(name), "stored changes nothing", "name what it changes");
        }
        return Optional.of(effect(name));
    }

    private Effect effect(String name) {
        return switch (name) {
            case "gives" -> new Effect.Gives(Outcomes.answer(rule.text(name)), rule.has("after"));
            case "never" -> new Effect.Never();
            case "early" -> new Effect.Early(Outcomes.answer(rule.text(name)));
            case "skip" -> new Effect.Skip();
            case "swapped" -> new Effect.Swapped();
            case "delay" -> new Effect.Delay(rule.number(name));
            case "stored" -> new Effect.Stored(ChangesReader.read(rule.map(name)));
            case "also" -> new Effect.Also(rule.one(name, DEEDS));
            case "instead" -> new Effect.Instead(rule.map(name).plain());
            default -> throw new IllegalStateException("no effect is called " + name);
        };
    }
}
