package org.sockspec.cli;

import org.jspecify.annotations.Nullable;
import org.sockspec.protocol.Codec;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "sockspec",
        mixinStandardHelpOptions = true,
        versionProvider = Sockspec.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "The executable specification of the sockets API: runs every documented behaviour of POSIX sockets"
                        + " against an implementation and says what deviates.",
        footer = {
            "",
            "Examples:",
            "  ./sockspec run                             validate this machine's kernel",
            "  ./sockspec run --testee ./my-testee        validate something else",
            "  ./sockspec explain connect.refused.no-listener",
            "",
            "COMMAND --help explains a command."
        })
final class Sockspec implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    /** Returns the version of this build. */
    static String version() {
        var version = Sockspec.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public void run() {
        throw new ParameterException(
                commandLine(),
                "a command is missing: run, list, explain, doctor, init, check-testee, report, compare or baseline");
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("not made by picocli");
        }
        return spec.commandLine();
    }

    /** Answers --version. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"sockspec " + version() + ", testee protocol " + Codec.PROTOCOL};
        }
    }
}
