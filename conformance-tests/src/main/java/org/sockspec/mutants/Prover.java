package org.sockspec.mutants;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sockspec.catalogue.CaseId;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.engine.CaseReport;
import org.sockspec.runner.SpecIndex;

/**
 * Shows every mutant to its own clause, and to each other clause that makes a call which the mutant breaks. Other
 * clauses are asked only where their cases run in this virtual machine.
 */
public final class Prover implements AutoCloseable {
    private static final int MUTANTS_AT_ONCE = 12;

    private static final long LOOK_MS = 100;

    /** The areas that run the portable helpers. */
    private static final List<String> WITH_HELPERS = List.of("client-helper", "server-helper");

    private final Laboratory laboratory;
    private final boolean onlyOwn;
    private volatile boolean stopped;
    private Footprints footprints = new Footprints(List.of());

    /**
     * Prepares a proof.
     *
     * @param onlyOwn whether no clause but its own is shown a mutant
     */
    public Prover(SpecIndex index, boolean onlyOwn) {
        this.laboratory = new Laboratory(index);
        this.onlyOwn = onlyOwn;
    }

    /** Proves the mutants, and tells of each as soon as it is known; one thread tells. */
    public void prove(Collection<Specimen> specimens, Consumer<Proof> told) throws InterruptedException {
        if (!onlyOwn) {
            footprints = new Footprints(laboratory.referenceCases(id -> true));
        }
        var threads = Executors.newFixedThreadPool(MUTANTS_AT_ONCE);
        var proofs = new ExecutorCompletionService<Proof>(threads);
        try {
            specimens.forEach(specimen -> proofs.submit(() -> prove(specimen)));
            for (int known = 0; known < specimens.size() && !stopped; ) {
                var next = proofs.poll(LOOK_MS, TimeUnit.MILLISECONDS);
                if (next != null) {
                    told.accept(next.get());
                    known++;
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Has {@link #prove} return soon; what it has told so far stands. */
    public void stop() {
        stopped = true;
    }

    @Override
    public void close() {
        laboratory.close();
    }

    private Proof prove(Specimen specimen) {
        var own = laboratory.ownCases(specimen);
        var exposed = onlyOwn ? List.<CaseId>of() : exposed(specimen);
        return new Proof(
                specimen,
                Fate.of(own),
                own.stream().map(Prover::text).sorted().toList(),
                clauses(exposed.stream()).size(),
                exposed.isEmpty() ? new TreeSet<>() : noticed(laboratory.otherCases(specimen, exposed)));
    }

    private List<CaseId> exposed(Specimen specimen) {
        var cases = specimen instanceof Specimen.OfCalls calls
                ? footprints.of(calls.mutant())
                : laboratory.casesInProcess().stream()
                        .filter(id -> WITH_HELPERS.contains(
                                Catalogue.own().get(id.clause()).area()))
                        .toList();
        return cases.stream()
                .filter(id -> !id.clause().equals(specimen.clause().id()))
                .toList();
    }

    private static SortedSet<String> noticed(List<CaseReport> reports) {
        return clauses(reports.stream()
                .filter(Fate::hasNoticed)
                .map(report -> report.run().id()));
    }

    private static SortedSet<String> clauses(Stream<CaseId> cases) {
        return cases.map(CaseId::clause).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(CaseReport report) {
        return report.run().id() + " " + report.verdict().symbol()
                + (report.detail() == null ? "" : " " + report.detail());
    }
}
