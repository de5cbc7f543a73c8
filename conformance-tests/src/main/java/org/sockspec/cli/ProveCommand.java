package org.sockspec.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sockspec.catalogue.Catalogue;
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
            description = "Write what was found there, as Markdown and JSON (default: print the summary alone).")
    private @Nullable Path out;

    ProveCommand(Streams streams, Supplier<Interruption> interruption) {
        this.streams = streams;
        this.interruption = interruption;
    }

    @Override
    public Integer call() throws InterruptedException {
        var index = SpecIndex.of(Catalogue.own());
        var selected = Selection.of(selection, Catalogue.own());
        return proving(index, selected).prove();
    }

    private Proving proving(SpecIndex index, Selection selected) {
        if (disturbed) {
            return new DisturbanceProof(index, out, streams, interruption.get());
        }
        return replay
                ? new ReplayProof(index, selected, out, streams)
                : new MutantProof(index, selected, own, out, streams, interruption.get());
    }
}
