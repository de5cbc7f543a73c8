package org.sockspec.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.sockspec.mutants.Fate;
import org.sockspec.mutants.Proof;
import org.sockspec.mutants.Specimen;

/** Which clause noticed which mutant. */
final class KillMatrix implements ProofText {
    private static final int WIDEST = 20;
    private static final List<Integer> STEPS = List.of(0, 3, 10, 30, Integer.MAX_VALUE);

    private final List<Proof> proofs;

    KillMatrix(List<Proof> proofs) {
        this.proofs = List.copyOf(proofs);
    }

    /**
     * One row as it is written.
     *
     * @param mutant CLAUSE/MUTANT
     * @param kind calls or helper
     * @param fate killed, survived or not-run: what its own clause made of it
     * @param own what the cases of its own clause came to
     * @param exposed number of other clauses that make a call which it breaks
     * @param others clauses among those that noticed it too
     */
    record Row(String mutant, String kind, String fate, List<String> own, int exposed, Collection<String> others) {
        static Row of(Proof proof) {
            return new Row(
                    proof.specimen().id(),
                    proof.specimen() instanceof Specimen.OfCalls ? "calls" : "helper",
                    Words.symbol(proof.fate()),
                    proof.own(),
                    proof.exposed(),
                    proof.others());
        }
    }

    long count(Fate fate) {
        return proofs.stream().filter(proof -> proof.fate() == fate).count();
    }

    @Override
    public String name() {
        return "kill-matrix";
    }

    @Override
    public String summary() {
        var text = new StringBuilder()
                .append(
                        "| mutants | killed by their own clause | survived | could not run |\n| --: | --: | --: | --: |\n")
                .append("| %d | %d | %d | %d |%n"
                        .formatted(proofs.size(), count(Fate.KILLED), count(Fate.SURVIVED), count(Fate.NOT_RUN)));
        for (var fate : List.of(Fate.SURVIVED, Fate.NOT_RUN)) {
            proofs.stream()
                    .filter(proof -> proof.fate() == fate)
                    .forEach(proof -> text.append("\n- %s: `%s`"
                            .formatted(Words.symbol(fate), proof.specimen().id())));
        }
        if (proofs.stream().anyMatch(proof -> proof.exposed() > 0)) {
            text.append("\n| other clauses that noticed | mutants |\n| --: | --: |\n");
            for (int i = 0; i < STEPS.size(); i++) {
                appendStep(text, i == 0 ? 0 : STEPS.get(i - 1) + 1, STEPS.get(i));
            }
            text.append("\n| noticed by most | other clauses | of those exposed |\n| --- | --: | --: |\n");
            proofs.stream()
                    .filter(proof -> !proof.others().isEmpty())
                    .sorted(Comparator.comparing(
                            (Proof proof) -> -proof.others().size()))
                    .limit(WIDEST)
                    .forEach(proof -> text.append("| `%s` | %d | %d |%n"
                            .formatted(proof.specimen().id(), proof.others().size(), proof.exposed())));
        }
        return text.append('\n').toString();
    }

    private void appendStep(StringBuilder text, int from, int to) {
        long mutants = proofs.stream()
                .filter(proof -> proof.others().size() >= from && proof.others().size() <= to)
                .count();
        var range = from == to ? "none" : to == Integer.MAX_VALUE ? from + " or more" : from + " to " + to;
        text.append("| %s | %d |%n".formatted(range, mutants));
    }

    @Override
    public List<Row> rows() {
        return proofs.stream().map(Row::of).toList();
    }
}
