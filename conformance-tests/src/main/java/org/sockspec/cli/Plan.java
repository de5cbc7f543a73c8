package org.sockspec.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sockspec.catalogue.CaseId;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.catalogue.Clause;
import org.sockspec.catalogue.Need;
import org.sockspec.catalogue.Profile;
import org.sockspec.runner.SpecIndex;

/**
 * What a run is going to do.
 *
 * @param clauses the clauses that have a case in the plan, in the order of the catalogue
 * @param cases the cases, in the order of the catalogue
 * @param leftOut how many selected clauses are not in the plan, by reason
 */
record Plan(List<Clause> clauses, List<CaseId> cases, Map<Reason, Integer> leftOut) {

    /** Why a selected clause is not in a plan; the text follows "N clauses". */
    enum Reason {
        PLANNED("without a test so far"),
        UNTESTED("that no run can test"),
        LINUX_ONLY("of the linux profile only (--profile linux)"),
        FAULTS("that need a kind of fault which --faults leaves out");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** Decides what of a selection runs. */
    static Plan of(
            Catalogue catalogue,
            SpecIndex index,
            Selection selection,
            Profile profile,
            Set<FaultKind> faults,
            Shard shard) {
        var clauses = new ArrayList<Clause>();
        var cases = new ArrayList<CaseId>();
        var leftOut = new EnumMap<Reason, Integer>(Reason.class);
        for (var clause : catalogue.clauses()) {
            var selected = selection.cases(clause);
            if (selected.isEmpty()) {
                continue;
            }
            var reason = reason(clause, index, profile, faults);
            if (reason != null) {
                leftOut.merge(reason, 1, Integer::sum);
                continue;
            }
            var here = selected.stream().filter(shard::holds).toList();
            if (!here.isEmpty()) {
                clauses.add(clause);
                cases.addAll(here);
            }
        }
        return new Plan(List.copyOf(clauses), List.copyOf(cases), leftOut);
    }

    /** Tells whether a clause of the plan has this need. */
    boolean needs(Need need) {
        return clauses.stream().anyMatch(clause -> clause.needs().contains(need));
    }

    /** Says why nothing is in the plan. */
    String whyEmpty() {
        return leftOut.isEmpty()
                ? "the options leave no case over"
                : leftOut.entrySet().stream()
                        .map(entry -> Words.count(entry.getValue(), "clause") + " "
                                + entry.getKey().text())
                        .collect(Collectors.joining(", "));
    }

    private static @Nullable Reason reason(Clause clause, SpecIndex index, Profile profile, Set<FaultKind> faults) {
        if (clause.profile() == Profile.LINUX && profile != Profile.LINUX) {
            return Reason.LINUX_ONLY;
        }
        for (var kind : FaultKind.values()) {
            if (!faults.contains(kind) && kind.isNeededBy(clause)) {
                return Reason.FAULTS;
            }
        }
        return switch (ClauseState.of(clause, index)) {
            case EXECUTABLE -> null;
            case PLANNED -> Reason.PLANNED;
            case UNTESTED -> Reason.UNTESTED;
        };
    }
}
