package org.sockspec.catalogue;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks what clauses and files say about each other; means something only where all of them could be read. */
final class WholeRules {
    private final Set<String> ids;
    private final Pattern reference;
    private final Map<String, String> statements = new HashMap<>();
    private final Map<String, String> explanations = new HashMap<>();
    private final List<Finding> findings;

    private WholeRules(List<Area> areas, List<Finding> findings) {
        this.findings = findings;
        this.ids = areas.stream()
                .flatMap(area -> area.entries().stream())
                .map(entry -> entry.clause().id())
                .collect(Collectors.toSet());
        // The longest area first, so that nonblocking-connect is not taken for nonblocking.
        var names = areas.stream()
                .map(Area::name)
                .sorted(Comparator.comparing(String::length).reversed())
                .collect(Collectors.joining("|"));
        this.reference = Pattern.compile("(?<![\\w./-])(?:" + names + ")(?:\\.[a-z][a-z0-9-]*){2,}");
    }

    static void check(List<Area> areas, List<Finding> findings) {
        var rules = new WholeRules(areas, findings);
        for (var area : areas) {
            var notes = Notes.on(area.file(), area.name(), findings);
            unused(area, notes);
            rules.explanations(area, notes);
            for (var entry : area.entries()) {
                rules.clause(entry, notes.about(entry.clause().id()));
            }
        }
    }

    private void explanations(Area area, Notes notes) {
        area.outcomes().forEach((name, explanation) -> {
            if (!explanations.computeIfAbsent(name, n -> explanation).equals(explanation)) {
                notes.say(
                        area.yaml().map("outcomes").line(name),
                        "outcome \"" + name + "\" means something else in another file",
                        "give it the same explanation, or another name");
            }
        });
    }

    private static void unused(Area area, Notes notes) {
        var unused = new LinkedHashSet<>(area.outcomes().keySet());
        for (var entry : area.entries()) {
            unused.removeAll(entry.clause().accepts());
            unused.removeAll(entry.clause().linuxAccepts());
        }
        for (var name : unused) {
            notes.say(
                    area.yaml().map("outcomes").line(name),
                    "outcome \"" + name + "\" is explained but not used",
                    "remove it");
        }
    }

    private void clause(Area.Entry entry, Notes notes) {
        var words = entry.clause().statement().toLowerCase(Locale.ROOT).replaceAll("\\W+", " ");
        var before = statements.putIfAbsent(words.strip(), entry.clause().id());
        if (before != null) {
            notes.say(
                    entry.yaml().line("statement"), "the statement is that of " + before, "remove one of the clauses");
        }
        for (var field : TextRules.PROSE) {
            if (entry.yaml().has(field)) {
                references(entry.yaml(), field, notes);
            }
        }
    }

    private void references(YamlMap yaml, String field, Notes notes) {
        reference.matcher(yaml.text(field)).results().map(hit -> hit.group()).forEach(id -> {
            if (!ids.contains(id)) {
                notes.say(
                        yaml.line(field), field + " refers to " + id + ", which does not exist", Nearest.hint(id, ids));
            }
        });
    }
}
