package org.sockspec.cli;

import java.util.List;
import java.util.Set;
import org.sockspec.catalogue.CaseId;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.catalogue.Clause;
import org.sockspec.catalogue.Level;

/** The cases that somebody asked for, whether or not they can run. */
final class Selection {
    private final List<IdGlob> select;
    private final List<IdGlob> exclude;
    private final Set<Level> levels;

    private Selection(List<IdGlob> select, List<IdGlob> exclude, Set<Level> levels) {
        this.select = select;
        this.exclude = exclude;
        this.levels = levels;
    }

    /**
     * Reads the options.
     *
     * @throws UsageException if a pattern matches nothing
     */
    static Selection of(SelectionOptions options, Catalogue catalogue) {
        return new Selection(globs(options.select(), catalogue), globs(options.exclude(), catalogue), options.levels());
    }

    /** Returns the selected cases of a clause. */
    List<CaseId> cases(Clause clause) {
        return levels.contains(clause.level())
                ? clause.cases().stream().filter(this::holds).toList()
                : List.of();
    }

    private boolean holds(CaseId id) {
        return (select.isEmpty() || select.stream().anyMatch(glob -> glob.matches(id)))
                && exclude.stream().noneMatch(glob -> glob.matches(id));
    }

    private static List<IdGlob> globs(List<String> texts, Catalogue catalogue) {
        return texts.stream().map(text -> IdGlob.of(text, catalogue)).toList();
    }
}
