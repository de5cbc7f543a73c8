package org.sockspec.fault.toxiproxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.sockspec.fault.toxiproxy.Acquisition.Unavailable;
import org.sockspec.janitor.Janitor;

class SelfTestTest {

    @Test
    void turnsDownAServerBehindAForwarderThatAcceptsForADisabledProxy() throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var janitor = Janitor.start();
                var forwarder = new ServerSocket(0, 4, loopback)) {
            var api = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
            var answer =
                    "{\"version\":\"2.12.0\",\"name\":\"p\",\"enabled\":true,\"upstream\":\"u\",\"listen\":\"127.0.0.1:"
                            + forwarder.getLocalPort() + "\"}";
            api.createContext("/", exchange -> {
                exchange.getRequestBody().readAllBytes();
                var deletes = "DELETE".equals(exchange.getRequestMethod());
                exchange.sendResponseHeaders(deletes ? 204 : 200, deletes ? -1 : answer.length());
                if (!deletes) {
                    exchange.getResponseBody().write(answer.getBytes(StandardCharsets.US_ASCII));
                }
                exchange.close();
            });
            api.start();
            var url = "http://127.0.0.1:" + api.getAddress().getPort();

            var result = Toxiproxy.acquire(Choice.parse(url), janitor);
            api.stop(0);

            assertThat(result)
                    .isInstanceOfSatisfying(
                            Unavailable.class,
                            unavailable -> assertThat(unavailable.tried())
                                    .containsExactly("url " + url
                                            + " failed the self-test: a disabled proxy refuses, but it accepted"));
        }
    }
}
