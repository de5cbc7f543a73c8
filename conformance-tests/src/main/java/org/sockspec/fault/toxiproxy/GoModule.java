package org.sockspec.fault.toxiproxy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.sockspec.janitor.ProcessWatch;

/** Build the static toxiproxy-server from the Go module whose checksums are pinned in the resources. */
record GoModule(Surroundings surroundings, ProcessWatch watch) {

    private static final int MINUTES = 5;
    private static final String MODULE = "github.com/Shopify/toxiproxy/v2";

    /** Give the binary in the cache, built if it is not there yet. */
    Path build() throws NotProvidedException {
        var target = surroundings.cachedBinary();
        if (Files.isExecutable(target)) {
            return target;
        }
        var go = surroundings.onPath("go").orElseThrow(() -> new NotProvidedException("go is not on the PATH"));
        try {
            var folder = watch.temporaryFolder("go");
            for (var file : List.of("go.mod", "go.sum")) {
                extract(file, folder);
            }
            compile(go, folder);
            publish(folder.resolve("toxiproxy-server"), target);
            return target;
        } catch (IOException e) {
            throw new NotProvidedException(
                    "building toxiproxy-server into " + target + " failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotProvidedException("building toxiproxy-server was interrupted", e);
        }
    }

    private void compile(Path go, Path folder) throws IOException, InterruptedException, NotProvidedException {
        var version = "-s -w -X " + MODULE + ".Version=" + Surroundings.VERSION;
        var builder = new ProcessBuilder(
                        go.toString(),
                        "build",
                        "-mod=readonly",
                        "-trimpath",
                        "-buildvcs=false",
                        "-ldflags",
                        version,
                        "-o",
                        "toxiproxy-server",
                        MODULE + "/cmd/server")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        // GOFLAGS and GOWORK of the user could lead to another source than the pinned one.
        builder.environment().putAll(Map.of("CGO_ENABLED", "0", "GOFLAGS", "", "GOWORK", "off"));
        var process = watch.watch(builder.start());
        var output = Output.of(process);
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new NotProvidedException(go + " did not build toxiproxy-server within " + MINUTES + " minutes");
        }
        if (process.exitValue() != 0) {
            throw new NotProvidedException(go + " could not build toxiproxy-server: " + output.rest());
        }
    }

    /** Two runs may build at once; each renames a whole file into place. */
    private static void publish(Path built, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        var next = target.resolveSibling("." + UUID.randomUUID());
        try {
            Files.copy(built, next, StandardCopyOption.COPY_ATTRIBUTES);
            Files.move(next, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private static void extract(String file, Path folder) throws IOException {
        try (var content = GoModule.class.getResourceAsStream("/toxiproxy/" + file)) {
            Files.copy(Objects.requireNonNull(content), folder.resolve(file));
        }
    }
}
