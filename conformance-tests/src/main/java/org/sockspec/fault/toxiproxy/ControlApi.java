package org.sockspec.fault.toxiproxy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Send the control requests that toxiproxy-java cannot: a proxy created disabled, a toxic with its toxicity in one step.
 *
 * <p>Every request has a time limit; the server itself gives up after 25 s.
 */
final class ControlApi {

    static final Duration LIMIT = Duration.ofSeconds(10);

    /** Shared, since every client costs threads and every case has a proxy. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(LIMIT)
            .build();

    private final InetSocketAddress api;

    ControlApi(InetSocketAddress api) {
        this.api = api;
    }

    /** Give the version, or fail with the reason why nothing sensible answers. */
    String version() throws IOException {
        var answer = send(HttpRequest.newBuilder(uri("/version")).GET());
        try {
            var version = JsonMapper.shared().readTree(answer).path("version").asString("");
            if (!version.isEmpty()) {
                return version;
            }
        } catch (JacksonException e) {
            throw new IOException("what answers is no Toxiproxy server: " + answer, e);
        }
        throw new IOException("what answers is no Toxiproxy server: " + answer);
    }

    void createDisabledProxy(String name, InetSocketAddress listen, InetSocketAddress upstream) {
        post(
                "create proxy " + name,
                "/proxies",
                Map.of(
                        "name",
                        name,
                        "listen",
                        HostPort.format(listen),
                        "upstream",
                        HostPort.format(upstream),
                        "enabled",
                        false));
    }

    void addToxic(String proxy, ToxicSpec toxic) {
        post("add toxic " + toxic.name() + " to " + proxy, "/proxies/" + proxy + "/toxics", toxic.json());
    }

    void updateToxic(String proxy, ToxicSpec toxic) {
        var path = "/proxies/" + proxy + "/toxics/" + toxic.name();
        post("update toxic " + toxic.name() + " of " + proxy, path, toxic.json());
    }

    private void post(String what, String path, Map<String, Object> body) {
        var json = JsonMapper.shared().writeValueAsString(body);
        try {
            send(HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofString(json)));
        } catch (IOException e) {
            throw new ToxiproxyException(
                    "Toxiproxy at " + HostPort.format(api) + " could not " + what + ": " + Deadline.reason(e), e);
        }
    }

    private String send(HttpRequest.Builder request) throws IOException {
        try {
            var answer = HTTP.send(request.timeout(LIMIT).build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IOException(
                        "HTTP " + answer.statusCode() + " " + answer.body().strip());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private URI uri(String path) {
        return URI.create("http://" + HostPort.format(api) + path);
    }
}
