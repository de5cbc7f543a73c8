package org.sockspec.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.sockspec.engine.SearchPath;

/** What this machine has, found out without changing anything. */
record Machine(Map<String, String> variables) {
    private static final Path DOCKER = Path.of("/var/run/docker.sock");
    private static final long PATIENCE_SECONDS = 5;

    /** Finds a program as a shell would. */
    Optional<String> onPath(String program) {
        return new SearchPath(variables).find(program).map(Path::toString);
    }

    /** Finds a server that an earlier run has built. */
    Optional<String> cachedToxiproxy() {
        var cache = variables.get("XDG_CACHE_HOME");
        var base = cache == null || cache.isEmpty()
                ? Path.of(variables.getOrDefault("HOME", System.getProperty("user.home")), ".cache")
                : Path.of(cache);
        try (var files = Files.find(
                base.resolve("sockspec"),
                2,
                (file, attributes) ->
                        file.getFileName().toString().startsWith("toxiproxy-server") && Files.isExecutable(file))) {
            return files.map(Path::toString).findFirst();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    Optional<String> dockerEngine() {
        var host = variables.get("DOCKER_HOST");
        var socket = host != null && host.startsWith("unix://") ? Path.of(host.substring("unix://".length())) : DOCKER;
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            return Optional.of("listens at " + socket);
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    /** Tells by which right network namespaces can be made. */
    Optional<String> namespaces() {
        if (succeeds("unshare", "-n", "true")) {
            return Optional.of("with the privileges of this user");
        }
        return succeeds("unshare", "-Urn", "true") ? Optional.of("in a user namespace") : Optional.empty();
    }

    Optional<String> ipv6() {
        try (var probe = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
            return Optional.of("loopback address " + probe.getInetAddress().getHostAddress());
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private static boolean succeeds(String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
