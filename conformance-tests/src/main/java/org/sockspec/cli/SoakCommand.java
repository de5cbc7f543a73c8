package org.sockspec.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.catalogue.Profile;
import org.sockspec.cli.soak.Round;
import org.sockspec.cli.soak.Soak;
import org.sockspec.cli.soak.Steadiness;
import org.sockspec.cli.soak.Stress;
import org.sockspec.engine.Implementation;
import org.sockspec.runner.SpecIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Run the suite many times in random orders, with few and with many cases at once, on a machine that"
                        + " is quiet, busy, or stalls testees: no verdict may ever differ.",
        footer = {
            "",
            "Examples:",
            "  ./sockspec soak --rounds 300",
            "  ./sockspec soak --implementation c --jobs 64 --stress busy,stalls",
            "",
            "Exit codes: 0 every case had one verdict; 1 some had several, which are listed with what the cases did;",
            "130 interrupted, with what was seen by then."
        })
final class SoakCommand implements Callable<Integer> {
    private final Streams streams;
    private final Supplier<Interruption> interruption;

    @Option(
            names = "--implementation",
            paramLabel = "NAME",
            description = "Soak an implementation whose testee comes with sockspec (default: the reference).")
    private @Nullable String implementation;

    @Option(
            names = "--profile",
            defaultValue = "linux",
            paramLabel = "PROFILE",
            description = "Which outcomes are accepted: linux (default) or posix.")
    private Profile profile = Profile.LINUX;

    @Mixin
    private SelectionOptions selection = new SelectionOptions();

    @Option(
            names = "--rounds",
            defaultValue = "12",
            paramLabel = "N",
            description = "How often everything runs (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--jobs",
            split = ",",
            defaultValue = "64,8,128,1",
            paramLabel = "N",
            description = "How many cases run at once, round by round (default: ${DEFAULT-VALUE}).")
    private List<Integer> jobs = List.of();

    @Option(
            names = "--stress",
            split = ",",
            paramLabel = "KIND",
            description = "What else goes on: quiet, busy, stalls (default: all, in turn).")
    private Set<Stress> stress = EnumSet.allOf(Stress.class);

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "The order of the first round.")
    private long seed;

    SoakCommand(Streams streams, Supplier<Interruption> interruption) {
        this.streams = streams;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        var index = SpecIndex.of(Catalogue.own());
        var plan = Plan.of(
                Catalogue.own(),
                index,
                Selection.of(selection, Catalogue.own()),
                profile,
                EnumSet.allOf(FaultKind.class),
                Shard.WHOLE);
        if (plan.cases().isEmpty()) {
            streams.err().println("sockspec: nothing to run: " + plan.whyEmpty());
            return Exit.NOTHING_RAN;
        }
        var soak = new Soak(
                index,
                implementation == null
                        ? Implementation.reference()
                        : new Implementation(
                                KnownImplementation.named(implementation).command()),
                profile);
        var interrupted = interruption.get();
        interrupted.react(soak::stop);
        var seen = new Steadiness();
        int done = 0;
        for (var round : rounds()) {
            if (interrupted.hasArrived()) {
                break;
            }
            double seconds = soak.run(round, plan.cases(), seen);
            done = round.number();
            streams.err()
                    .printf(
                            "%s: %.1f s, %d unsteady so far%n",
                            round, seconds, seen.unsteady().size());
        }
        seen.unsteady().forEach(this::tell);
        streams.out()
                .printf(
                        "%s in %s: %d without a steady verdict%n",
                        Words.count(seen.runs(), "case run"),
                        Words.count(done, "round"),
                        seen.unsteady().size());
        streams.out().flush();
        return interrupted.hasArrived() ? Exit.INTERRUPTED : seen.unsteady().isEmpty() ? Exit.CONFORMS : Exit.FAILED;
    }

    private List<Round> rounds() {
        var kinds = List.copyOf(stress);
        var all = new ArrayList<Round>();
        for (int number = 1; number <= rounds; number++) {
            all.add(new Round(
                    number,
                    jobs.get((number - 1) % jobs.size()),
                    kinds.get((number - 1) / jobs.size() % kinds.size()),
                    seed + number - 1));
        }
        return all;
    }

    private void tell(Collection<Steadiness.Sight> sights) {
        for (var sight : sights) {
            streams.out().println(sight.id() + " " + sight.verdict().symbol() + " first in " + sight.round());
            if (sight.detail() != null) {
                streams.out().println("  " + sight.detail());
            }
            sight.calls().forEach(call -> streams.out().println("  " + call));
        }
    }
}
