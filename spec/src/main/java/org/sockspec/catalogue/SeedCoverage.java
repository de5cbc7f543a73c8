package org.sockspec.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks that the table of the seed's statements and the clauses marked {@code seed: true} name each other. */
final class SeedCoverage {
    static final String FILE = "seed-coverage.md";

    private static final Pattern ID = Pattern.compile("`([a-z0-9-]+(?:\\.[a-z0-9-]+)+)`");
    private static final Set<String> FILE_ENDINGS = Set.of("md", "yaml");

    private final Map<String, Clause> clauses = new HashMap<>();
    private final Set<String> named = new HashSet<>();

    private SeedCoverage() {}

    static void check(Path folder, List<Area> areas, List<Finding> findings) {
        var page = folder.resolve(FILE);
        var notes = Notes.on(folder + "/" + FILE, "seed", findings);
        if (!Files.exists(page)) {
            notes.say(1, "the file is missing", "write the table of the seed's statements and their clauses");
            return;
        }
        var coverage = new SeedCoverage();
        areas.forEach(area -> area.entries()
                .forEach(entry -> coverage.clauses.put(entry.clause().id(), entry.clause())));
        coverage.page(lines(page), notes);
        for (var area : areas) {
            coverage.marked(area, Notes.on(area.file(), area.name(), findings));
        }
    }

    private void page(List<String> lines, Notes notes) {
        for (int i = 0; i < lines.size(); i++) {
            var ids = ID.matcher(lines.get(i));
            while (ids.find()) {
                var id = ids.group(1);
                if (!FILE_ENDINGS.contains(id.substring(id.lastIndexOf('.') + 1))) {
                    name(id, i + 1, notes.about(id));
                }
            }
        }
    }

    private void name(String id, int line, Notes notes) {
        named.add(id);
        var clause = clauses.get(id);
        if (clause == null) {
            notes.say(line, "the clause does not exist", Nearest.hint(id, clauses.keySet()));
        } else if (!clause.source().seed()) {
            notes.say(line, "the clause is not marked seed: true", "mark it, or take it out of the table");
        }
    }

    private void marked(Area area, Notes notes) {
        for (var entry : area.entries()) {
            var clause = entry.clause();
            if (clause.source().seed() && !named.contains(clause.id())) {
                notes.about(clause.id())
                        .say(
                                entry.yaml().map("source").line("seed"),
                                "marked seed: true, but " + FILE + " does not name it",
                                "name it beside the statement it tests, or remove the mark");
            }
        }
    }

    private static List<String> lines(Path page) {
        try {
            return Files.readAllLines(page);
        } catch (IOException e) {
            throw new UncheckedIOException("the table cannot be read: " + page, e);
        }
    }
}
