package org.sockspec.fault.toxiproxy;

import java.net.InetSocketAddress;
import java.net.URI;

/** Say where the Toxiproxy server comes from: the value of {@code --toxiproxy}. */
public sealed interface Choice {

    /** Take the cheapest exact means that works. */
    record Auto() implements Choice {}

    /** Take a server that is already running. */
    record Url(InetSocketAddress api) implements Choice {
        @Override
        public String toString() {
            return "http://" + HostPort.format(api);
        }
    }

    /** Take a binary: from the PATH, from the cache, or built into the cache. */
    record Binary() implements Choice {}

    /** Take a container. */
    record Docker() implements Choice {}

    /** Read {@code auto}, {@code binary}, {@code docker} or a URL such as {@code http://127.0.0.1:8474}. */
    static Choice parse(String text) {
        return switch (text) {
            case "auto" -> new Auto();
            case "binary" -> new Binary();
            case "docker" -> new Docker();
            default -> new Url(address(text));
        };
    }

    private static InetSocketAddress address(String text) {
        var wrong =
                "--toxiproxy takes auto, binary, docker, or a URL such as http://127.0.0.1:8474, not '" + text + "'.";
        try {
            var uri = URI.create(text);
            var bare = uri.getPath() == null || uri.getPath().matches("/?");
            if (!"http".equals(uri.getScheme()) || uri.getHost() == null || uri.getPort() < 1 || !bare) {
                throw new IllegalArgumentException(wrong);
            }
            return new InetSocketAddress(uri.getHost(), uri.getPort());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(wrong, e);
        }
    }
}
