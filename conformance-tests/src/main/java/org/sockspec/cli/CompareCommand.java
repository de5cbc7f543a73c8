package org.sockspec.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.sockspec.report.folder.RunFolder;
import org.sockspec.report.matrix.Matrix;
import org.sockspec.report.matrix.MatrixText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Put runs of several implementations side by side, as Markdown: differences first.",
        footer = {
            "",
            "Examples:",
            "  ./sockspec compare reports/results/*",
            "  ./sockspec compare run-a run-b > diff.md"
        })
final class CompareCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(arity = "1..*", paramLabel = "RUN", description = "The runs' folders.")
    private List<Path> paths = List.of();

    CompareCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var matrix = Matrix.of(paths.stream().map(RunFolder::read).toList());
        streams.out().print(MatrixText.of(matrix));
        return Exit.CONFORMS;
    }
}
