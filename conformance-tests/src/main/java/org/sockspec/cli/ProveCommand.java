package org.sockspec.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.catalogue.Profile;
import org.sockspec.engine.Recording;
import org.sockspec.mutants.Disturbed;
import org.sockspec.mutants.Fate;
import org.sockspec.mutants.Laboratory;
import org.sockspec.mutants.Proof;
import org.sockspec.mutants.Prover;
import org.sockspec.mutants.Specimen;
import org.sockspec.replay.Replay;
import org.sockspec.replay.Replayed;
import org.sockspec.report.Verdict;
import org.sockspec.runner.SpecIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "prove",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Prove that the suite notices: run it against implementations with one behaviour broken, and"
                + " write which clauses turned red.",
        footer = {
            "",
            "Examples:",
            "  ./sockspec prove --out power",
            "  ./sockspec prove --own --select 'accept.*'",
            "",
            "Exit codes: 0 every mutant was noticed by its own clause; 1 some were not; 2 some could not be run;",
            "130 interrupted, with what was known by then."
        })
final class ProveCommand implements Callable<Integer> {
    private final Streams streams;
    private final Supplier<Interruption> interruption;

    @Mixin
    private SelectionOptions selection = new SelectionOptions();

    @Option(names = "--own", description = "Show each mutant to its own clause only, which is quicker.")
    private boolean own;

    @Option(
            names = "--replay",
            description = "Show no mutants; judge recorded cases again instead, with one answer changed at a time.")
    private boolean replay;

    @Option(
            names = "--disturbed",
            description = "Show no mutants; run the suite against the C testee instead, with one call after the other"
                    + " disturbed by a preloaded library.")
    private boolean disturbed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write kill-matrix.json and kill-matrix.md there (default: print the summary alone).")
    private @Nullable Path out;

    ProveCommand(Streams streams, Supplier<Interruption> interruption) {
        this.streams = streams;
        this.interruption = interruption;
    }

    @Override
    public Integer call() throws InterruptedException {
        var catalogue = Catalogue.own();
        var index = SpecIndex.of(catalogue);
        var selected = Selection.of(selection, catalogue);
        if (disturbed) {
            return disturb(index);
        }
        if (replay) {
            return replay(index, selected);
        }
        var specimens = Specimen.all(index).stream()
                .filter(specimen -> !selected.cases(specimen.clause()).isEmpty())
                .toList();
        if (specimens.isEmpty()) {
            streams.err().println("sockspec: none of the selected clauses has a mutant");
            return Exit.NOTHING_RAN;
        }
        var proofs = new ArrayList<Proof>();
        var interrupted = interruption.get();
        try (var prover = new Prover(index, own)) {
            interrupted.react(prover::stop);
            prover.prove(specimens, proof -> {
                proofs.add(proof);
                tell(proof, proofs.size(), specimens.size());
            });
        }
        proofs.sort(Comparator.comparing(proof -> proof.specimen().id()));
        var matrix = new KillMatrix(proofs);
        streams.out().print(matrix.summary());
        streams.out().flush();
        if (out != null) {
            matrix.write(out);
        }
        if (interrupted.hasArrived()) {
            return Exit.INTERRUPTED;
        }
        return matrix.count(Fate.SURVIVED) > 0
                ? Exit.FAILED
                : matrix.count(Fate.NOT_RUN) > 0 ? Exit.INCOMPLETE : Exit.CONFORMS;
    }

    private int disturb(SpecIndex index) {
        var seen = new ArrayList<Disturbed>();
        try (var laboratory = new Laboratory(index)) {
            var undisturbed = laboratory.passing(DisturbedTestee.command());
            for (var disturbance : DisturbedTestee.all()) {
                var noticed = new TreeSet<>(undisturbed);
                noticed.removeAll(laboratory.passing(DisturbedTestee.command(disturbance)));
                seen.add(new Disturbed(disturbance, noticed));
                streams.err().println(disturbance.id() + ": " + Words.count(noticed.size(), "clause"));
            }
        }
        var text = new DisturbanceText(seen);
        streams.out().print(text.summary());
        streams.out().flush();
        if (out != null) {
            text.write(out);
        }
        return text.unnoticed() > 0 ? Exit.FAILED : Exit.CONFORMS;
    }

    private int replay(SpecIndex index, Selection selected) {
        var played = new ArrayList<Replayed>();
        try (var laboratory = new Laboratory(index);
                var player = new Replay(index, Laboratory.capabilities(), Profile.LINUX, Laboratory.BUDGETS)) {
            laboratory
                    .referenceCases(id ->
                            selected.cases(Catalogue.own().get(id.clause())).contains(id))
                    .stream()
                    .filter(report -> report.verdict() == Verdict.PASSED)
                    .map(report -> Recording.of(report.run()))
                    .map(player::changing)
                    .sorted(Comparator.comparing(one -> one.id().toString()))
                    .forEach(played::add);
        }
        var text = new ReplayText(played);
        streams.out().print(text.summary());
        streams.out().flush();
        if (out != null) {
            text.write(out);
        }
        return played.isEmpty() ? Exit.NOTHING_RAN : Exit.CONFORMS;
    }

    private void tell(Proof proof, int done, int all) {
        if (proof.fate() != Fate.KILLED) {
            streams.err()
                    .println(Words.symbol(proof.fate()) + " " + proof.specimen().id());
            proof.own().forEach(line -> streams.err().println("    " + line));
        }
        if (streams.terminal()) {
            streams.err().print("\r\033[K" + done + "/" + all + " mutants");
            streams.err().flush();
        } else if (done % 50 == 0 || done == all) {
            streams.err().println(done + "/" + all + " mutants");
        }
    }
}
