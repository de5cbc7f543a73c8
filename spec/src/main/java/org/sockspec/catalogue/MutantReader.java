package org.sockspec.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the mutants of a clause. */
final class MutantReader {
    private static final Shape MUTANT = new Shape()
            .required(
                    "id",
                    Kind.text(
                            Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*").asMatchPredicate(),
                            "is not a mutant's name",
                            "write lower-case words joined by hyphens"))
            .required("rules", Kind.filled(Kind.list()));

    private final Notes notes;

    MutantReader(Notes notes) {
        this.notes = notes;
    }

    /** Returns the mutants, possibly none, or nothing after it noted what is wrong. */
    Optional<List<Mutant>> read(YamlMap clause) {
        if (!clause.has("mutants")) {
            return Optional.of(List.of());
        }
        int before = notes.count();
        var ids = new HashSet<String>();
        var mutants = new ArrayList<Mutant>();
        for (var node : clause.items("mutants")) {
            mutant(node).ifPresent(mutant -> {
                mutants.add(mutant);
                if (!ids.add(mutant.id())) {
                    notes.say(node, "two mutants are called \"" + mutant.id() + "\"", "rename one of them");
                }
            });
        }
        return notes.count() == before ? Optional.of(List.copyOf(mutants)) : Optional.empty();
    }

    private Optional<Mutant> mutant(Node node) {
        if (!MUTANT.fits("the mutant", node, notes)) {
            return Optional.empty();
        }
        var yaml = new YamlMap(node);
        var rules = new ArrayList<Rule>();
        for (var rule : yaml.items("rules")) {
            new RuleReader(notes).read(rule).ifPresent(rules::add);
        }
        return Optional.of(new Mutant(yaml.text("id"), List.copyOf(rules)));
    }
}
