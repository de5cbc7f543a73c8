package org.sockspec.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = "Write a small testee that works into a new folder, as a beginning for your own.",
        footer = {
            "",
            "The languages are c, go, java, node and python. The testee is one source file that makes the calls of the"
                    + " language's own sockets; put those of your stack in their place.",
            "",
            "Examples:",
            "  ./sockspec init c my-testee",
            "  my-testee/build",
            "  ./sockspec check-testee -- my-testee/run"
        })
final class InitCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(index = "0", paramLabel = "LANGUAGE", description = "c, go, java, node or python.")
    private String language = "";

    @Parameters(index = "1", paramLabel = "DIR", description = "The folder to write, new or empty.")
    private Path folder = Path.of("");

    InitCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var template = Template.of(language);
        template.write(folder);
        var out = streams.out();
        out.println("Written  " + folder + ": " + String.join(", ", template.files()));
        out.println("Next     " + (template.isBuilt() ? folder.resolve("build") + " && " : "")
                + "./sockspec check-testee -- " + folder.resolve("run"));
        out.println("         " + folder.resolve("README.md") + " says where to put your stack");
        return Exit.CONFORMS;
    }
}
