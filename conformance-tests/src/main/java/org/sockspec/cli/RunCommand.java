package org.sockspec.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sockspec.catalogue.Profile;
import org.sockspec.fault.toxiproxy.Choice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Run the clauses against an implementation, by default this machine's kernel.",
        footer = {
            "",
            "Examples:",
            "  ./sockspec run",
            "  ./sockspec run --implementation python",
            "  ./sockspec run --testee './my-testee --stack tap0' --baseline mine.yaml",
            "  ./sockspec run --select 'connect.*' --exclude '*@inet6.*' --level must",
            "  ./sockspec run --select accept.* --repeat 100 -- ./my-testee --stack tap0",
            "  ./sockspec run --shard 2/8 --out shards/2",
            Exit.HELP
        })
final class RunCommand implements Callable<Integer> {
    private final Streams streams;
    private final Supplier<Interruption> interruption;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--testee",
            paramLabel = "CMD",
            description = "Validate what this command exposes: one text, split like a shell does. The words may also"
                    + " follow -- instead.")
    private @Nullable String testee;

    @Option(
            names = "--implementation",
            paramLabel = "NAME",
            description = "Validate an implementation whose testee comes with sockspec, a folder in implementations:"
                    + " builds it first, and takes its baseline in the posix profile.")
    private @Nullable String implementation;

    @Option(
            names = "--peer",
            defaultValue = "self",
            paramLabel = "PEER",
            description = "What the implementation talks to: self (default), or reference, where it plays the client of"
                    + " every case and then the server, so that a failure tells which side is to blame.")
    private Peer peer = Peer.SELF;

    @Option(
            names = "--profile",
            defaultValue = "posix",
            paramLabel = "PROFILE",
            description = "Which outcomes are accepted: posix (default) or linux.")
    private Profile profile = Profile.POSIX;

    @Mixin
    private SelectionOptions selection = new SelectionOptions();

    @Option(
            names = "--jobs",
            defaultValue = "64",
            paramLabel = "N",
            description = "How many cases run at once (default: ${DEFAULT-VALUE}).")
    private int jobs;

    @Option(
            names = "--shard",
            defaultValue = "1/1",
            paramLabel = "I/N",
            description = "Run part I of N; the same parts on every machine. auto takes the numbers from what GitLab,"
                    + " CircleCI or Buildkite say, auto/N the first one from a Kubernetes Indexed Job; see merge.")
    private Shard shard = Shard.WHOLE;

    @Option(
            names = "--repeat",
            defaultValue = "1",
            paramLabel = "N",
            description = "Run everything N times; a verdict that changes counts as a failure.")
    private int repeat;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Known deviations, in YAML. Without it the reference has its own in the posix profile.")
    private @Nullable Path baseline;

    @Option(
            names = "--faults",
            split = ",",
            paramLabel = "KIND",
            description = "Allow only these kinds of faults: proxy, network, process (default: all).")
    private Set<FaultKind> faults = EnumSet.allOf(FaultKind.class);

    @Option(
            names = "--toxiproxy",
            defaultValue = "auto",
            paramLabel = "WHERE",
            description = "Take the Toxiproxy server from there: auto (default), a URL, binary or docker.")
    private Choice toxiproxy = Choice.parse("auto");

    @Option(
            names = "--time-scale",
            paramLabel = "X",
            description = "Multiply every time budget by X instead of measuring the machine.")
    private @Nullable Double timeScale;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write the run there (default: a new folder in sockspec-runs).")
    private @Nullable Path out;

    @Parameters(arity = "0..*", hidden = true)
    private List<String> words = List.of();

    RunCommand(Streams streams, Supplier<Interruption> interruption) {
        this.streams = streams;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        require(jobs >= 1 && jobs <= 10_000, "--jobs must be from 1 to 10000");
        require(repeat >= 1, "--repeat must be 1 or more");
        require(timeScale == null || timeScale >= 0.1 && timeScale <= 1000, "--time-scale must be from 0.1 to 1000");
        var known = implementation == null ? null : KnownImplementation.named(implementation);
        require(
                known == null || testee == null && words.isEmpty(),
                "give either --implementation or the command of a testee, not both");
        if (known != null && baseline == null && profile == Profile.POSIX) {
            baseline = known.baseline().orElse(null);
        }
        var settings = new RunSettings(
                known == null ? command() : known.command(),
                peer,
                profile,
                selection,
                jobs,
                shard,
                repeat,
                baseline,
                faults,
                toxiproxy,
                timeScale,
                out);
        return new RunSession(settings, streams, interruption.get()).run();
    }

    private List<String> command() {
        requireDashes();
        if (testee == null) {
            return words;
        }
        require(words.isEmpty(), "give the testee either by --testee or after --, not both");
        return ShellWords.split(testee);
    }

    /** Words are a testee's command only after {@code --}; before it, somebody forgot an option. */
    private void requireDashes() {
        if (words.isEmpty() || spec == null) {
            return;
        }
        var all = spec.commandLine().getParseResult().originalArgs();
        int dashes = all.indexOf("--");
        require(
                dashes >= 0 && all.size() - dashes - 1 == words.size(),
                "unexpected \"" + words.get(0) + "\"; clauses are chosen by --select, a testee's command follows --");
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new UsageException(otherwise);
        }
    }
}
