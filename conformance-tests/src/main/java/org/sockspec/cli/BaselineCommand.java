package org.sockspec.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.engine.Baseline;
import org.sockspec.report.ReportException;
import org.sockspec.report.folder.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "baseline", mixinStandardHelpOptions = true, description = "Look after a file of known deviations.")
final class BaselineCommand {
    private final Streams streams;

    BaselineCommand(Streams streams) {
        this.streams = streams;
    }

    @Command(
            name = "update",
            mixinStandardHelpOptions = true,
            description = "Write the baseline that a run would have matched; reasons that are there stay.",
            footer = {
                "",
                "Examples:",
                "  ./sockspec baseline update sockspec-runs/latest",
                "  ./sockspec baseline update sockspec-runs/latest --baseline mine.yaml"
            })
    int update(
            @Parameters(paramLabel = "RUN", description = "The run's folder.") Path path,
            @Option(
                            names = "--baseline",
                            paramLabel = "FILE",
                            description = "The file to write (default: the one that the run was given).")
                    @Nullable Path given) {
        var run = RunFolder.read(path);
        var file = given != null ? given : run.baseline() == null ? null : file(run.baseline());
        if (file == null) {
            throw new UsageException("the run had no baseline of its own; say by --baseline which file to write");
        }
        var catalogue = Catalogue.own();
        var before = Files.exists(file) ? Baseline.read(file, catalogue) : Baseline.NONE;
        var after = BaselineUpdate.of(before, run, catalogue, NeverSeen.of(before, run));
        if (before.equals(after)) {
            streams.err().println("sockspec: " + file + " is up to date");
            return Exit.CONFORMS;
        }
        streams.out().print(BaselinePatch.of(file, before, after));
        try {
            Files.writeString(file, BaselinePatch.comment(file) + after.text());
        } catch (IOException e) {
            throw ReportException.notWritten(file, e, "Make it writable, or choose another file.");
        }
        streams.err().println("sockspec: " + file + " is written; give every new entry its reason");
        return Exit.CONFORMS;
    }

    /** A run names what comes with sockspec from the folder of the launcher. */
    private static Path file(String named) {
        var file = Path.of(named);
        return Files.exists(file) ? file : Home.path().resolve(file);
    }
}
