package org.sockspec.fault.toxiproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.sockspec.engine.Leases;
import org.sockspec.fault.toxiproxy.Acquisition.Available;
import org.sockspec.janitor.Janitor;

@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealServerTest {

    private final Janitor janitor = Janitor.start();
    private ToxiproxyServer server;
    private final Leases ports = new Leases();
    private ServerSocket upstream;

    @BeforeAll
    @Timeout(360)
    void start() throws IOException {
        server = Promised.server(Toxiproxy.acquire(Choice.parse("binary"), janitor), "SOCKSPEC_CI_TOXIPROXY");
        upstream = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
    }

    @AfterAll
    void end() throws IOException {
        if (upstream != null) {
            upstream.close();
            server.close();
        }
        ports.close();
        janitor.close();
    }

    @Test
    void saysWhereItCameFrom() {
        assertThat(server.origin()).matches("(binary on PATH|cached build|built with go into the cache) /.*");
        assertThat(server.version()).startsWith("2.");
        assertThat(server.api().getPort()).isLessThan(32_768);
    }

    @Test
    void isTakenByItsUrlToo() {
        var choice = Choice.parse("http://" + HostPort.format(server.api()));

        var again = Toxiproxy.acquire(choice, janitor);

        assertThat(again).isInstanceOfSatisfying(Available.class, found -> {
            assertThat(found.server().origin()).isEqualTo("url " + choice);
            assertThat(found.server().version()).isEqualTo(server.version());
        });
    }

    @Test
    void deletesTheProxiesOfARunAtAServerThatOutlivesIt() {
        var name = unique();
        try (var run = Janitor.start()) {
            var choice = Choice.parse("http://" + HostPort.format(server.api()));
            var found = ((Available) Toxiproxy.acquire(choice, run)).server();
            proxy(found, name, List.of()).disable();
        }
        try (var successor = proxy(server, name, List.of())) {
            assertThat(successor.listen().getPort()).isPositive();
        }
    }

    @Test
    void detectsThatAnotherServerAnswersAtItsPort() throws Exception {
        var binary = server.origin().substring(server.origin().indexOf('/'));
        var port = Integer.toString(server.api().getPort());
        var second = janitor.watch(new ProcessBuilder(binary, "-host", "127.0.0.1", "-port", port)
                .redirectErrorStream(true)
                .start());
        try {
            assertThat(Handshake.with(server.api(), Output.of(second))).isEqualTo(new Handshake.PortTaken());
        } finally {
            second.destroyForcibly();
        }
    }

    @Test
    void hasItsToxicsBeforeTheFirstConnection() throws IOException {
        try (var proxy = proxy(server, unique(), List.of(ToxicSpec.limitData(3)));
                var client = connect(proxy);
                var peer = upstream.accept()) {
            peer.getOutputStream().write("hello".getBytes());

            assertThat(client.getInputStream().readAllBytes()).asString().isEqualTo("hel");
        }
    }

    @Test
    void resetsBothEndsOnDemand() throws IOException {
        try (var proxy = proxy(server, unique(), List.of(ToxicSpec.resetOnClose()));
                var client = connect(proxy);
                var peer = upstream.accept()) {
            pass(client, peer);
            pass(peer, client);
            proxy.disable();

            for (var side : List.of(client, peer)) {
                assertThatThrownBy(() -> side.getInputStream().read())
                        .isInstanceOf(SocketException.class)
                        .hasMessageContaining("reset");
            }
        }
    }

    @Test
    void stallsAndReleases() throws IOException {
        try (var proxy = proxy(server, unique(), List.of());
                var client = connect(proxy);
                var peer = upstream.accept()) {
            pass(client, peer);
            proxy.add(ToxicSpec.bandwidth(0).upstream());
            client.getOutputStream().write(7);
            proxy.update(ToxicSpec.bandwidth(1000).upstream());
            assertThat(peer.getInputStream().read()).isEqualTo(7);

            proxy.remove("bandwidth_upstream");
            pass(client, peer);
        }
    }

    @Test
    void listensAtTheSameAddressAgain() throws IOException {
        try (var proxy = proxy(server, unique(), List.of())) {
            var listen = proxy.listen();
            proxy.disable();
            assertThatThrownBy(() -> connect(proxy)).hasMessageContaining("refused");
            proxy.enable();

            assertThat(proxy.listen()).isEqualTo(listen);
            connect(proxy).close();
            upstream.accept().close();
        }
    }

    @Test
    void saysWhichPortIsTaken() {
        var name = unique();
        assertThatThrownBy(() -> ProxyControl.create(server, name, server.api(), target(), List.of()))
                .isInstanceOfSatisfying(
                        ToxiproxyException.class, e -> assertThat(e.portTaken()).isTrue())
                .hasMessageContaining("enable proxy " + name);
        proxy(server, name, List.of()).close();
    }

    @Test
    void saysWhichNameIsTaken() {
        var name = unique();
        try (var proxy = proxy(server, name, List.of())) {
            assertThatThrownBy(() -> proxy(server, name, List.of()))
                    .hasMessageContaining("could not create proxy " + name + ": HTTP 409");
            assertThatThrownBy(() -> proxy.remove("none"))
                    .hasMessageContaining("remove toxic none of proxy " + name + " failed");
        }
    }

    private ProxyControl proxy(ToxiproxyServer at, String name, List<ToxicSpec> toxics) {
        var listen = new InetSocketAddress("127.0.0.1", ports.port().number());
        return ProxyControl.create(at, name, listen, target(), toxics);
    }

    private InetSocketAddress target() {
        return new InetSocketAddress(upstream.getInetAddress(), upstream.getLocalPort());
    }

    private static Socket connect(ProxyControl proxy) throws IOException {
        return new Socket(proxy.listen().getAddress(), proxy.listen().getPort());
    }

    private static void pass(Socket from, Socket to) throws IOException {
        from.getOutputStream().write(1);
        assertThat(to.getInputStream().read()).isEqualTo(1);
    }

    private static String unique() {
        return "test-" + UUID.randomUUID();
    }
}
