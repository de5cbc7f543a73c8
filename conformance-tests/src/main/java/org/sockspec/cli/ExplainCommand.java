package org.sockspec.cli;

import java.util.concurrent.Callable;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.engine.Baseline;
import org.sockspec.runner.SpecIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Explain a clause or a case: what is required, where that stands, what is accepted, how it is tested.",
        footer = {
            "",
            "Examples:",
            "  ./sockspec explain connect.refused.no-listener",
            "  ./sockspec explain names.peer.shut-down@unix.stream"
        })
final class ExplainCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "ID", description = "Id of a clause or a case.")
    private String id = "";

    ExplainCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var catalogue = Catalogue.own();
        if (id.contains("*")) {
            throw new UsageException("explain takes one id; ./sockspec list --select '" + id + "' lists the clauses");
        }
        IdGlob.of(id, catalogue);
        var clause = catalogue.get(id.contains("@") ? id.substring(0, id.indexOf('@')) : id);
        new Explanation(catalogue, clause, SpecIndex.of(catalogue), Baseline.ofTheReference(catalogue))
                .write(streams.out());
        return Exit.CONFORMS;
    }
}
