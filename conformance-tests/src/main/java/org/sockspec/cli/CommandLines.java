package org.sockspec.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import org.sockspec.catalogue.CatalogueException;
import org.sockspec.catalogue.Level;
import org.sockspec.catalogue.Profile;
import org.sockspec.cli.soak.Stress;
import org.sockspec.engine.BaselineException;
import org.sockspec.fault.toxiproxy.Choice;
import org.sockspec.protocol.TesteeException;
import org.sockspec.report.ReportException;
import org.sockspec.report.text.Text;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Makes the command line parser, and turns every failure into a message and an exit code. */
final class CommandLines {
    private CommandLines() {}

    /**
     * Makes the parser. A parser of every command costs each start a tenth of a second, so where the first argument
     * names a command it is the only one.
     *
     * @param interruption asked for when a run begins
     */
    static CommandLine create(Streams streams, Supplier<Interruption> interruption, String... arguments) {
        var all = new LinkedHashMap<String, Supplier<Object>>();
        all.put("run", () -> new RunCommand(streams, interruption));
        all.put("list", () -> new ListCommand(streams));
        all.put("explain", () -> new ExplainCommand(streams));
        all.put("doctor", () -> new DoctorCommand(streams));
        all.put("init", () -> new InitCommand(streams));
        all.put("check-testee", () -> new CheckTesteeCommand(streams));
        all.put("prove", () -> new ProveCommand(streams, interruption));
        all.put("rejudge", () -> new RejudgeCommand(streams));
        all.put("report", () -> new ReportCommand(streams));
        all.put("compare", () -> new CompareCommand(streams));
        all.put("soak", () -> new SoakCommand(streams, interruption));
        all.put("merge", () -> new MergeCommand(streams));
        all.put("baseline", () -> new BaselineCommand(streams));
        var named = arguments.length == 0 ? null : all.get(arguments[0]);
        var commands = new CommandLine(new Sockspec());
        if (named != null) {
            commands.addSubcommand(named.get());
        } else {
            all.values().forEach(command -> commands.addSubcommand(command.get()));
            commands.addSubcommand(new CommandLine.HelpCommand());
        }
        return commands.setOut(streams.out())
                .setErr(streams.err())
                .registerConverter(Profile.class, text -> symbol(text, Profile.values()))
                .registerConverter(Level.class, text -> symbol(text, Level.values()))
                .registerConverter(FaultKind.class, text -> symbol(text, FaultKind.values()))
                .registerConverter(Stress.class, text -> symbol(text, Stress.values()))
                .registerConverter(Peer.class, text -> symbol(text, Peer.values()))
                .registerConverter(Shard.class, text -> Shard.parse(text, System.getenv()))
                .registerConverter(Choice.class, CommandLines::choice)
                .setParameterExceptionHandler((failure, words) -> wrongUsage(failure))
                .setExecutionExceptionHandler((failure, command, result) -> failed(failure, command));
    }

    private static <E extends Enum<E>> E symbol(String text, E[] values) {
        for (var value : values) {
            if (Words.symbol(value).equals(text)) {
                return value;
            }
        }
        throw new CommandLine.TypeConversionException("\"" + text + "\" is none of "
                + String.join(", ", List.of(values).stream().map(Words::symbol).toList()));
    }

    private static Choice choice(String text) {
        try {
            return Choice.parse(text);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.TypeConversionException(e.getMessage());
        }
    }

    private static int wrongUsage(ParameterException failure) {
        var command = failure.getCommandLine();
        command.getErr().println("sockspec: " + failure.getMessage());
        UnmatchedArgumentException.printSuggestions(failure, command.getErr());
        hint(command);
        return Exit.USAGE;
    }

    private static int failed(Exception failure, CommandLine command) {
        if (failure instanceof UsageException) {
            command.getErr().println("sockspec: " + failure.getMessage());
            hint(command);
            return Exit.USAGE;
        }
        if (failure instanceof BaselineException) {
            command.getErr().println("sockspec: " + failure.getMessage());
            return Exit.USAGE;
        }
        if (failure instanceof TesteeException) {
            command.getErr()
                    .println("sockspec: " + Text.visible(String.valueOf(failure.getMessage()))
                            + "; try the command by hand: it must answer hello");
            return Exit.NO_TESTEE;
        }
        if (failure instanceof ReportException || failure instanceof CatalogueException) {
            command.getErr().println("sockspec: " + failure.getMessage());
            return Exit.HARNESS_FAULT;
        }
        command.getErr().println("sockspec: this is a fault of the harness; please report it with what follows");
        failure.printStackTrace(command.getErr());
        return Exit.HARNESS_FAULT;
    }

    private static void hint(CommandLine command) {
        command.getErr().println("Try: ./" + command.getCommandSpec().qualifiedName() + " --help");
    }
}
