package org.sockspec.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.sockspec.report.folder.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Write the reports of a run again from what its folder holds, also if the run was cut short.",
        footer = {"", "Example:", "  ./sockspec report sockspec-runs/latest"})
final class ReportCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "RUN", description = "The run's folder.")
    private Path path = Path.of("");

    ReportCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var run = RunFolder.read(path);
        var folder = RunFolder.open(path);
        folder.write(run, folder.transcripts());
        streams.out().println(path.resolve("index.html"));
        return Exit.CONFORMS;
    }
}
