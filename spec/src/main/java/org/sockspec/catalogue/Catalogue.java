package org.sockspec.catalogue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds all clauses, in the order of their files. */
public final class Catalogue {
    private final Map<String, Clause> clauses = new LinkedHashMap<>();
    private final Map<String, Section> areas = new LinkedHashMap<>();

    Catalogue(List<Area> read) {
        for (var area : read) {
            areas.put(area.name(), new Section(area.title(), area.outcomes()));
            area.entries().forEach(entry -> clauses.put(entry.clause().id(), entry.clause()));
        }
    }

    /**
     * Returns the project's own catalogue, which is read from the class path when it is first asked for.
     *
     * @throws CatalogueException if an entry is malformed; {@link CatalogueLint} finds more than this
     */
    public static Catalogue own() {
        return Own.CATALOGUE;
    }

    /**
     * Reads the YAML files of a folder.
     *
     * @throws CatalogueException if an entry is malformed; {@link CatalogueLint} finds more than this
     */
    public static Catalogue read(Path folder) {
        return of(CatalogueFile.in(folder));
    }

    static Catalogue of(List<CatalogueFile> files) {
        var findings = new ArrayList<Finding>();
        var areas = Areas.read(files, findings);
        if (!findings.isEmpty()) {
            throw new CatalogueException(findings);
        }
        return new Catalogue(areas);
    }

    public Collection<Clause> clauses() {
        return Collections.unmodifiableCollection(clauses.values());
    }

    public Optional<Clause> find(String id) {
        return Optional.ofNullable(clauses.get(id));
    }

    /**
     * Returns the clause of this id.
     *
     * @throws IllegalArgumentException if there is none; the message names near ones
     */
    public Clause get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException(
                "there is no clause \"" + id + "\"; did you mean " + String.join(" or ", nearest(id, 3)) + "?"));
    }

    /** Returns up to {@code n} ids that somebody who wrote this one may have meant, the nearest first. */
    public List<String> nearest(String id, int n) {
        return Nearest.to(id, clauses.keySet(), n);
    }

    /** Returns the names of the areas, sorted. */
    public List<String> areas() {
        return List.copyOf(areas.keySet());
    }

    /** Returns what an area is about. */
    public String title(String area) {
        return area(area).title();
    }

    /**
     * Explains an outcome that a clause of the area accepts.
     *
     * @throws IllegalArgumentException if the area does not know it
     */
    public String explain(String area, String outcome) {
        return Optional.ofNullable(area(area).outcomes().get(outcome))
                .or(() -> Outcomes.explain(outcome))
                .orElseThrow(() -> new IllegalArgumentException("area " + area + " knows no outcome \"" + outcome
                        + "\"; " + Nearest.hint(outcome, area(area).outcomes().keySet())));
    }

    private Section area(String name) {
        var area = areas.get(name);
        if (area == null) {
            throw new IllegalArgumentException(
                    "there is no area \"" + name + "\"; " + Nearest.hint(name, areas.keySet()));
        }
        return area;
    }

    /** What stays of an area once its clauses are read. */
    private record Section(String title, Map<String, String> outcomes) {}

    /** Read once, on first use; it never changes. */
    private static final class Own {
        static final Catalogue CATALOGUE = CatalogueImage.beside();
    }
}
