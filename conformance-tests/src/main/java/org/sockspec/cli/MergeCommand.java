package org.sockspec.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sockspec.report.Run;
import org.sockspec.report.Transcript;
import org.sockspec.report.folder.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Put the shards of a run together to one run with all its reports. A case that stands in several"
                + " keeps its worst result.",
        footer = {
            "",
            "Examples:",
            "  ./sockspec run --shard 1/2 --out a; ./sockspec run --shard 2/2 --out b; ./sockspec merge a b --out all",
            "  ./sockspec merge shards/* --out all",
            Exit.HELP
        })
final class MergeCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(arity = "1..*", paramLabel = "RUN", description = "The shards' folders.")
    private List<Path> paths = List.of();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Write the run there.")
    private Path out = Path.of("");

    MergeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var shards = new LinkedHashMap<Path, Run>();
        paths.forEach(path -> shards.put(path, RunFolder.read(path)));
        var run = MergedRun.of(shards);
        var transcripts = shards.keySet().stream()
                .map(path -> RunFolder.open(path).transcripts())
                .toList();
        var folder = RunFolder.create(out);
        folder.write(
                run,
                id -> transcripts.stream()
                        .map(shard -> shard.apply(id))
                        .filter(found -> !found.equals(Transcript.NONE))
                        .findFirst()
                        .orElse(Transcript.NONE));
        var status = ExitStatus.of(run, 0, 0);
        RunSummary.write(
                run,
                new Plan(List.of(), List.of(), Map.of()),
                Map.of(),
                List.of(),
                status,
                folder.path(),
                streams.out());
        streams.out().flush();
        return status.code();
    }
}
