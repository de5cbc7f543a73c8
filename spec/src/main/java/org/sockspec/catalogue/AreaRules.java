package org.sockspec.catalogue;

import java.util.List;

/** Checks one file of the catalogue by itself. */
final class AreaRules {
    private static final List<String> ORDER = List.of("area", "title", "outcomes", "clauses");

    private AreaRules() {}

    static void check(Area area, List<Finding> findings) {
        var notes = Notes.on(area.file(), area.name(), findings);
        var yaml = area.yaml();
        if (!List.copyOf(yaml.names()).equals(ORDER)) {
            notes.say(1, "the fields of the file stand in another order", "write " + String.join(", ", ORDER));
        }
        if (!yaml.text("area").equals(area.name())) {
            notes.say(
                    yaml.line("area"),
                    "area is \"" + yaml.text("area") + "\", the file's name says \"" + area.name() + "\"",
                    "make them equal");
        }
        for (var entry : area.entries()) {
            ClauseRules.check(area, entry, notes.about(entry.clause().id()));
        }
        outcomes(area, notes);
    }

    private static void outcomes(Area area, Notes notes) {
        var yaml = area.yaml().map("outcomes");
        area.outcomes().forEach((name, explanation) -> {
            if (!Outcomes.NAME.matcher(name).matches()) {
                notes.say(yaml.line(name), "outcome \"" + name + "\" is not in kebab-case", "rename it");
            }
            if (explanation.isBlank()) {
                notes.say(yaml.line(name), "outcome \"" + name + "\" has no explanation", "write one");
            }
        });
    }
}
