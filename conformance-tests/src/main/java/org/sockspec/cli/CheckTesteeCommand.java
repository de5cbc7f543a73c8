package org.sockspec.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sockspec.cli.check.Ladder;
import org.sockspec.engine.Implementation;
import org.sockspec.engine.Leases;
import org.sockspec.janitor.Janitor;
import org.sockspec.protocol.Testee;
import org.sockspec.report.text.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check-testee",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Say what of the protocol a testee speaks, what is wrong with it, and what to implement next.",
        footer = {
            "",
            "Examples:",
            "  ./sockspec check-testee -- ./my-testee --stack tap0",
            "  ./sockspec check-testee --implementation python",
            "",
            "Exit codes:",
            "  0    all that the testee declares works",
            "  1    something that it declares is broken",
            "  69   it could not be started, or does not answer hello"
        })
final class CheckTesteeCommand implements Callable<Integer> {
    private static final int WIDTH = 400;

    private final Streams streams;

    @Option(
            names = "--implementation",
            paramLabel = "NAME",
            description = "Check a testee that comes with sockspec, a folder in implementations.")
    private @Nullable String implementation;

    @Parameters(arity = "0..*", paramLabel = "CMD", description = "The testee's command, word by word, after --.")
    private List<String> words = List.of();

    CheckTesteeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (implementation == null && words.isEmpty()) {
            throw new UsageException("the testee's command is missing; write it after --");
        }
        var command = implementation == null
                ? words
                : KnownImplementation.named(implementation).command();
        try (var janitor = Janitor.start();
                var leases = new Leases()) {
            var testee = new Implementation(command);
            var ladder = new Ladder(() -> start(testee, janitor), leases, janitor.temporaryFolder("check"));
            var first = start(testee, janitor);
            greet(first);
            return conclude(ladder.climb(first, this::tell));
        }
    }

    private static Testee start(Implementation testee, Janitor janitor) {
        return testee.start(janitor::start, UnaryOperator.identity());
    }

    private void greet(Testee testee) {
        var who = testee.capabilities();
        streams.out()
                .println("works    answers hello: " + Text.line(who.name() + " " + who.version(), WIDTH) + ", "
                        + Words.count(who.sessions(), "session") + " at once, " + who.domains() + ", " + who.types());
    }

    private void tell(Ladder.Step step) {
        var state = switch (step.state()) {
            case WORKS -> "works    ";
            case BROKEN -> "BROKEN   ";
            case MISSING -> "missing  ";
            case OUT_OF_REACH -> "-        ";
        };
        streams.out().println(state + step.title() + ": " + String.join(", ", step.calls()));
        if (step.state() == Ladder.State.BROKEN) {
            streams.out().println("         " + Text.line(step.text(), WIDTH));
        }
        streams.out().flush();
    }

    private int conclude(List<Ladder.Step> steps) {
        var out = streams.out();
        out.println();
        var broken = with(steps, Ladder.State.BROKEN);
        var missing = with(steps, Ladder.State.MISSING);
        out.println("Result   " + with(steps, Ladder.State.WORKS).size() + " of " + steps.size() + " rungs work, "
                + broken.size() + " broken, " + missing.size() + " missing");
        if (!broken.isEmpty()) {
            out.println("Next     mend \"" + broken.get(0).title() + "\"; spec/protocol.md has every call with an"
                    + " example");
        } else if (!missing.isEmpty()) {
            out.println("Next     " + missing.get(0).text() + "; to go on, implement it as spec/protocol.md says, or"
                    + " leave it: cases that need it are unsupported");
        } else {
            out.println("Next     ./sockspec run --testee ...");
        }
        return broken.isEmpty() ? Exit.CONFORMS : Exit.FAILED;
    }

    private static List<Ladder.Step> with(List<Ladder.Step> steps, Ladder.State state) {
        return steps.stream().filter(step -> step.state() == state).toList();
    }
}
