package org.sockspec.cli;

import org.sockspec.catalogue.Clause;
import org.sockspec.runner.SpecIndex;

/** How far the suite has come with a clause. */
enum ClauseState {
    EXECUTABLE,
    PLANNED,
    UNTESTED;

    static ClauseState of(Clause clause, SpecIndex index) {
        if (index.clauses().contains(clause.id())) {
            return EXECUTABLE;
        }
        return clause.untestable().isPresent() ? UNTESTED : PLANNED;
    }
}
