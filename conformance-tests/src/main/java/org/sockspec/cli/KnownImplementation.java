package org.sockspec.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An implementation whose testee comes with the project: a folder with {@code run}, perhaps {@code build}, and a
 * baseline.
 */
record KnownImplementation(Path folder) {
    /**
     * Finds one by the name of its folder.
     *
     * @throws UsageException if there is none of that name; the message names those that there are
     */
    static KnownImplementation named(String name) {
        var all = Home.path().resolve("implementations");
        var names = names(all);
        if (!names.contains(name)) {
            throw new UsageException("there is no implementation \"" + name + "\" in " + all + "; there are "
                    + (names.isEmpty() ? "none" : String.join(", ", names)));
        }
        return new KnownImplementation(all.resolve(name));
    }

    /**
     * Builds it where it has something to build.
     *
     * @throws UsageException if that fails; the message is what the build said
     */
    List<String> command() {
        var build = folder.resolve("build");
        if (Files.exists(build)) {
            build(build);
        }
        return List.of(folder.resolve("run").toString());
    }

    /** Returns the file of its known deviations from POSIX. */
    Optional<Path> baseline() {
        return Optional.of(folder.resolve("baseline.yaml")).filter(Files::exists);
    }

    /** Runs a build script; what it says is the message where it fails. */
    static void build(Path build) {
        try {
            var process = new ProcessBuilder(build.toString())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes()).strip();
            if (process.waitFor() != 0) {
                throw new UsageException("the testee cannot be built: " + said);
            }
        } catch (IOException e) {
            throw new UsageException("the testee cannot be built: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UsageException("interrupted while the testee was built");
        }
    }

    private static List<String> names(Path all) {
        if (!Files.isDirectory(all)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(all)) {
            return folders.filter(folder -> Files.isExecutable(folder.resolve("run")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
