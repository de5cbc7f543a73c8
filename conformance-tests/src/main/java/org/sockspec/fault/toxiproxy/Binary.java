package org.sockspec.fault.toxiproxy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.sockspec.janitor.ProcessWatch;

/** Start a toxiproxy-server binary on a port of our choice. */
record Binary(Path path, String origin) {

    private static final int PORTS_TO_TRY = 5;
    private static final int SECONDS_TO_END = 2;

    ToxiproxyServer start(ProcessWatch watch) throws NotProvidedException {
        for (var attempt = 0; attempt < PORTS_TO_TRY; attempt++) {
            var api = new InetSocketAddress("127.0.0.1", Ports.belowEphemeralRange());
            var process = watch.watch(launch(api));
            var version = "";
            try {
                if (Handshake.with(api, Output.of(process)) instanceof Handshake.Ready ready) {
                    version = ready.version();
                    return new Server(api, origin, version, process);
                }
            } finally {
                if (version.isEmpty()) {
                    process.destroyForcibly();
                }
            }
        }
        throw new NotProvidedException(
                "the " + PORTS_TO_TRY + " ports that " + path + " was started on were all taken");
    }

    private Process launch(InetSocketAddress api) throws NotProvidedException {
        var builder = new ProcessBuilder(
                        path.toString(), "-host", api.getHostString(), "-port", Integer.toString(api.getPort()))
                .redirectErrorStream(true);
        // The handshake reads the log, so it must not be silenced from outside.
        builder.environment().put("LOG_LEVEL", "info");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new NotProvidedException(path + " could not be started: " + e.getMessage(), e);
        }
    }

    private record Server(InetSocketAddress api, String origin, String version, Process process)
            implements ToxiproxyServer {

        @Override
        public void close() {
            process.destroy();
            try {
                if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
