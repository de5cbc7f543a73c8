package org.sockspec.cli;

import java.util.Set;
import org.sockspec.catalogue.Clause;
import org.sockspec.catalogue.Need;

/** A way to inject trouble. */
enum FaultKind {
    PROXY(Need.FAULT_PROXY),
    NETWORK(Need.NETNS),
    PROCESS(Need.SECOND_PROCESS, Need.SIGNALS);

    private final Set<Need> needs;

    FaultKind(Need... needs) {
        this.needs = Set.of(needs);
    }

    /** Tells whether the clause cannot be tested without it. */
    boolean isNeededBy(Clause clause) {
        return clause.needs().stream().anyMatch(needs::contains);
    }
}
