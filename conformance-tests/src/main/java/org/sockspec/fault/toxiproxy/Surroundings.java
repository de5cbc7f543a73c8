package org.sockspec.fault.toxiproxy;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sockspec.engine.SearchPath;

/** Look for programs and folders where the environment variables say that they are. */
record Surroundings(Map<String, String> variables) {

    static final String VERSION = "2.12.0";

    /** Find a program as a shell would. */
    Optional<Path> onPath(String program) {
        return new SearchPath(variables).find(program);
    }

    /** Give the place of the pinned build; per platform, since home folders are shared between machines. */
    Path cachedBinary() {
        var cache = variables.getOrDefault("XDG_CACHE_HOME", "");
        var home = variables.getOrDefault("HOME", System.getProperty("user.home"));
        var base = cache.isEmpty() ? Path.of(home, ".cache") : Path.of(cache);
        return base.resolve(Path.of("sockspec", "toxiproxy-" + VERSION, "toxiproxy-server-" + platform()));
    }

    /** Give the value of {@code DOCKER_HOST}, or what it stands for when it is not set. */
    String dockerHost() {
        var given = variables.getOrDefault("DOCKER_HOST", "");
        return given.isEmpty() ? "unix:///var/run/docker.sock" : given;
    }

    private static String platform() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).replace("mac os x", "darwin");
        var machine = System.getProperty("os.arch").replace("x86_64", "amd64").replace("aarch64", "arm64");
        return system + "-" + machine;
    }
}
