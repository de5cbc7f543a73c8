package org.sockspec.cli;

import java.io.PrintWriter;
import java.util.List;
import org.sockspec.catalogue.CaseId;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.catalogue.Clause;
import org.sockspec.catalogue.Mutant;
import org.sockspec.engine.Baseline;
import org.sockspec.runner.SpecIndex;

/** Everything that is known about one clause, for people. */
record Explanation(Catalogue catalogue, Clause clause, SpecIndex index, Baseline baseline) {
    private static final int WIDTH = 100;

    void write(PrintWriter out) {
        out.println(clause.id());
        out.println();
        paragraph(out, clause.statement(), "  ");
        out.println();
        field(
                out,
                "level",
                clause.level().symbol() + ", profile " + clause.profile().symbol());
        clause.source().references().forEach(reference -> field(out, "source", reference));
        if (clause.lowConfidence()) {
            field(out, "", "nobody has read the wording there; this clause rests on memory");
        }
        accepted(out);
        field(out, "on Linux", clause.linux());
        if (clause.differs() != null) {
            field(out, "elsewhere", clause.differs());
        }
        field(out, "check", clause.check());
        field(out, "cases", joined(clause.cases().stream().map(CaseId::toString).toList()));
        clause.needs().forEach(need -> field(out, "needs", need.symbol() + ": " + need.description()));
        state(out);
        knownDeviations(out);
    }

    private void accepted(PrintWriter out) {
        outcomes(out, "accepted", clause.accepts());
        if (!clause.linuxAccepts().isEmpty()) {
            field(out, "", "Linux deviates; in the linux profile instead:");
            outcomes(out, "", clause.linuxAccepts());
        }
    }

    private void outcomes(PrintWriter out, String name, List<String> outcomes) {
        var label = name;
        for (var outcome : outcomes) {
            field(out, label, outcome + ": " + catalogue.explain(clause.area(), outcome));
            label = outcomes.size() > 1 ? "or" : "";
        }
    }

    private void state(PrintWriter out) {
        var state = ClauseState.of(clause, index);
        field(
                out,
                "state",
                Words.symbol(state)
                        + clause.untestable().map(reason -> ": " + reason).orElse(""));
        index.find(clause.id())
                .ifPresent(
                        method -> field(out, "spec", method.getDeclaringClass().getName() + "#" + method.getName()));
        if (!clause.mutants().isEmpty()) {
            field(
                    out,
                    "mutants",
                    joined(clause.mutants().stream().map(Mutant::id).toList()));
        }
    }

    private void knownDeviations(PrintWriter out) {
        baseline.entries().stream()
                .filter(entry -> clause.cases().stream().anyMatch(entry::covers))
                .forEach(entry -> field(
                        out,
                        "deviation",
                        "the reference is known to answer " + entry.observed() + " in " + entry.cases() + ": "
                                + entry.reason()));
    }

    private static String joined(List<String> items) {
        return String.join(", ", items);
    }

    private static void field(PrintWriter out, String name, String text) {
        paragraph(out, text, String.format("  %-10s", name));
    }

    /** Breaks a text into lines, the first behind a head and the others below it. */
    private static void paragraph(PrintWriter out, String text, String head) {
        var line = new StringBuilder(head);
        var margin = " ".repeat(head.length());
        boolean empty = true;
        for (var word : text.strip().split("\\s+")) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                out.println(line);
                line = new StringBuilder(margin);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        out.println(line);
    }
}
