package org.sockspec.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockspec.catalogue.CaseId;
import org.sockspec.catalogue.Clause;
import org.sockspec.catalogue.Need;

/** A clause in the list; the names of the fields are a contract. */
record ListEntry(
        String id,
        String area,
        String level,
        String profile,
        boolean seed,
        String state,
        @Nullable String reason,
        List<String> cases,
        List<String> needs) {

    static ListEntry of(Clause clause, List<CaseId> cases, ClauseState state) {
        return new ListEntry(
                clause.id(),
                clause.area(),
                clause.level().symbol(),
                clause.profile().symbol(),
                clause.source().seed(),
                Words.symbol(state),
                state == ClauseState.UNTESTED ? clause.untestable().orElse(null) : null,
                cases.stream().map(CaseId::toString).toList(),
                clause.needs().stream().map(Need::symbol).toList());
    }
}
