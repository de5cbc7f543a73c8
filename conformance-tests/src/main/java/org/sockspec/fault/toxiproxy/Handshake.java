package org.sockspec.fault.toxiproxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Make sure that the server that answers is the one that was started.
 *
 * <p>A server whose port is taken announces itself, says so, and goes on without its API: asked for its version,
 * another run's server would answer in its place. So a proxy of a unique name has to show up in the server's own log.
 */
final class Handshake {

    private static final Duration STARTED = Duration.ofSeconds(10);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(10);
    private static final String TAKEN = "address already in use";

    private Handshake() {}

    /** Wait until a started server answers, or until it is clear that its port is taken. */
    static Answer with(InetSocketAddress api, Output output) throws NotProvidedException {
        try {
            var version = version(api, output);
            return owns(api, version, output) ? new Ready(version) : new PortTaken();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotProvidedException("the start of toxiproxy-server was interrupted", e);
        }
    }

    sealed interface Answer {}

    record Ready(String version) implements Answer {}

    record PortTaken() implements Answer {}

    private static String version(InetSocketAddress api, Output output)
            throws NotProvidedException, InterruptedException {
        var control = new ControlApi(api);
        for (var until = System.nanoTime() + STARTED.toNanos(); System.nanoTime() < until; ) {
            try {
                return control.version();
            } catch (IOException e) {
                // Waiting for the line that ends the attempts early doubles as the pause between them.
                if (output.await(BETWEEN_ATTEMPTS, TAKEN)) {
                    return "";
                }
                if (output.ended()) {
                    throw new NotProvidedException("toxiproxy-server ended at once: " + output.last(), e);
                }
            }
        }
        throw new NotProvidedException("toxiproxy-server did not answer at " + HostPort.format(api) + " within "
                + STARTED.toSeconds() + " s: " + output.last());
    }

    private static boolean owns(InetSocketAddress api, String version, Output output) throws InterruptedException {
        if (output.holds(TAKEN)) {
            return false;
        }
        var anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var name = "handshake-" + UUID.randomUUID();
        var stranger = new FoundServer(api, "handshake", version);
        try (var proxy = ProxyControl.create(stranger, name, anywhere, api, List.of())) {
            proxy.disable();
            return output.await(STARTED, name, TAKEN) && output.holds(name);
        }
    }
}
