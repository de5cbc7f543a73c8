package org.sockspec.fault.toxiproxy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.UUID;

/**
 * Prove that a server's faults arrive as such, with one connection per fault.
 *
 * <p>Forwarders between client and proxy turn refusals and resets into an orderly end, and resets on demand rely on
 * behaviour that Toxiproxy does not document.
 */
final class SelfTest {

    private static final int MILLIS = 5_000;
    private static final int BACKLOG = 4;
    private static final int PORTS_TO_TRY = 20;

    private final ToxiproxyServer server;

    SelfTest(ToxiproxyServer server) {
        this.server = server;
    }

    /** Run every check; the first that fails gives the reason. */
    void run() throws NotProvidedException {
        try (var upstream = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress())) {
            upstream.setSoTimeout(MILLIS);
            refuses(upstream);
            ends(upstream, List.of(ToxicSpec.resetOnClose()), End.RESET);
            ends(upstream, List.of(), End.END_OF_STREAM);
        } catch (IOException | ToxiproxyException e) {
            throw new NotProvidedException(server.origin() + " failed the self-test: " + e.getMessage(), e);
        }
    }

    private void refuses(ServerSocket upstream) throws IOException, NotProvidedException {
        try (var proxy = proxy(upstream, List.of())) {
            var listen = proxy.listen();
            proxy.disable();
            try (var client = new Socket()) {
                client.connect(listen, MILLIS);
                throw failed("a disabled proxy refuses", "it accepted");
            } catch (SocketTimeoutException e) {
                throw failed("a disabled proxy refuses", "it kept silent");
            } catch (ConnectException e) {
                // The refusal that was asked for.
            }
        }
    }

    private void ends(ServerSocket upstream, List<ToxicSpec> toxics, End expected)
            throws IOException, NotProvidedException {
        try (var proxy = proxy(upstream, toxics);
                var client = new Socket()) {
            client.connect(proxy.listen(), MILLIS);
            try (var peer = upstream.accept()) {
                client.setSoTimeout(MILLIS);
                peer.setSoTimeout(MILLIS);
                pass(client, peer);
                pass(peer, client);
                proxy.disable();
                for (var side : List.of(client, peer)) {
                    var seen = end(side);
                    if (seen != expected) {
                        throw failed("disabling the proxy gives " + expected, "it gave " + seen);
                    }
                }
            }
        }
    }

    /** Both links of a connection have to run before it ends, else one end is closed in an orderly way. */
    private static void pass(Socket from, Socket to) throws IOException {
        from.getOutputStream().write(1);
        if (to.getInputStream().read() != 1) {
            throw new IOException("a byte did not pass through the proxy");
        }
    }

    private static End end(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0 ? End.END_OF_STREAM : End.DATA;
        } catch (SocketTimeoutException e) {
            return End.NOTHING;
        } catch (SocketException e) {
            return End.RESET;
        }
    }

    private ProxyControl proxy(ServerSocket upstream, List<ToxicSpec> toxics) {
        var target = new InetSocketAddress(upstream.getInetAddress(), upstream.getLocalPort());
        for (var attempt = 1; ; attempt++) {
            try {
                var listen = new InetSocketAddress(server.api().getAddress(), Ports.belowEphemeralRange());
                return ProxyControl.create(server, "self-test-" + UUID.randomUUID(), listen, target, toxics);
            } catch (ToxiproxyException e) {
                if (!e.portTaken() || attempt == PORTS_TO_TRY) {
                    throw e;
                }
            }
        }
    }

    private NotProvidedException failed(String demand, String seen) {
        return new NotProvidedException(server.origin() + " failed the self-test: " + demand + ", but " + seen);
    }

    private enum End {
        RESET("a reset"),
        END_OF_STREAM("the end of the stream"),
        DATA("data"),
        NOTHING("nothing");

        private final String words;

        End(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }
}
