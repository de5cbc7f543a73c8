package org.sockspec.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.sockspec.mutants.Disturbance;

/** The C testee with a library in front of its libc that makes one thing go wrong. */
final class DisturbedTestee {
    private static final Path FOLDER = Home.path().resolve("implementations/c");

    private DisturbedTestee() {}

    /** Reads what the library can do. */
    static List<Disturbance> all() {
        try {
            var yaml = Files.readString(FOLDER.resolve("disturbed/disturbances.yaml"));
            var entries = (List<?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
            return entries.stream()
                    .map(Map.class::cast)
                    .map(entry -> new Disturbance(
                            String.valueOf(entry.get("id")),
                            String.valueOf(entry.get("what")),
                            String.valueOf(entry.get("source"))))
                    .toList();
        } catch (IOException e) {
            throw new UsageException("the disturbances cannot be read: " + e.getMessage());
        }
    }

    /** Builds the testee and the library, and returns the command that starts the testee as it is. */
    static List<String> command() {
        KnownImplementation.build(FOLDER.resolve("disturbed/build"));
        return List.of(FOLDER.resolve("run").toString());
    }

    /** Returns the command that starts the testee with a fault. */
    static List<String> command(Disturbance disturbance) {
        return List.of(
                "env",
                "LD_PRELOAD=" + FOLDER.resolve("target/disturb.so"),
                "SOCKSPEC_DISTURB=" + disturbance.id(),
                FOLDER.resolve("target/testee").toString());
    }
}
