package org.sockspec.catalogue;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one clause from its YAML mapping. */
final class ClauseReader {
    private static final Map<String, Level> LEVELS = Symbols.of(Level.class);
    private static final Map<String, Profile> PROFILES = Symbols.of(Profile.class);
    private static final Map<String, Need> NEEDS = Symbols.of(Need.class);

    private static final Kind ID = Kind.text(
            Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+").asMatchPredicate(),
            "is not an id",
            "write lower-case words joined by dots, the area first, no numbers as words");

    private static final Shape SOURCE = new Shape()
            .optional("posix", Kind.text())
            .optional("rfc", Kind.text())
            .optional("linux", Kind.text())
            .optional("seed", Kind.yes());

    private static final Shape CLAUSE = new Shape()
            .required("id", ID)
            .required("level", Kind.oneOf(LEVELS.keySet()))
            .required("profile", Kind.oneOf(PROFILES.keySet()))
            .required("statement", Kind.text())
            .required("domains", Kind.filled(Kind.listOf(Kind.oneOf(ShortNames.DOMAINS.keySet()))))
            .required("types", Kind.filled(Kind.listOf(Kind.oneOf(ShortNames.TYPES.keySet()))))
            .required("accepts", Kind.filled(Kind.listOf(Kind.text())))
            .optional("deviation", Kind.flag())
            .optional("linux-accepts", Kind.filled(Kind.listOf(Kind.text())))
            .required("needs", Kind.listOf(Kind.oneOf(NEEDS.keySet())))
            .required("source", Kind.mapping(SOURCE))
            .optional("confidence", Kind.oneOf(List.of("low")))
            .required("linux", Kind.text())
            .optional("differs", Kind.text())
            .required("check", Kind.text())
            .optional("mutants", Kind.filled(Kind.list()));

    private final String area;
    private final Notes notes;

    ClauseReader(String area, Notes notes) {
        this.area = area;
        this.notes = notes;
    }

    /** Returns the clause, or nothing after it noted what is wrong. */
    Optional<Area.Entry> read(Node node) {
        if (!CLAUSE.fits("the clause", node, notes)) {
            return Optional.empty();
        }
        var yaml = new YamlMap(node);
        if (!yaml.text("id").startsWith(area + ".")) {
            notes.say(yaml.line("id"), "the id does not begin with its area", "begin it with \"" + area + ".\"");
            return Optional.empty();
        }
        return new MutantReader(notes).read(yaml).map(mutants -> new Area.Entry(clause(yaml, mutants), yaml));
    }

    private static Clause clause(YamlMap yaml, List<Mutant> mutants) {
        return new Clause(
                yaml.text("id"),
                yaml.one("level", LEVELS),
                yaml.one("profile", PROFILES),
                yaml.text("statement"),
                yaml.several("domains", ShortNames.DOMAINS),
                yaml.several("types", ShortNames.TYPES),
                yaml.texts("accepts"),
                yaml.flag("deviation"),
                yaml.texts("linux-accepts"),
                needs(yaml),
                source(yaml.map("source")),
                yaml.has("confidence"),
                yaml.text("linux"),
                yaml.textOrNull("differs"),
                yaml.text("check"),
                mutants);
    }

    private static Set<Need> needs(YamlMap yaml) {
        var needs = EnumSet.noneOf(Need.class);
        needs.addAll(yaml.several("needs", NEEDS));
        return Collections.unmodifiableSet(needs);
    }

    private static Source source(YamlMap yaml) {
        return new Source(
                yaml.textOrNull("posix"), yaml.textOrNull("rfc"), yaml.textOrNull("linux"), yaml.flag("seed"));
    }
}
