package org.sockspec.fault.toxiproxy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Find out in a moment whether a container engine answers on this machine. */
record DockerEngine(String host) {

    private static final Duration LIMIT = Duration.ofMillis(400);
    private static final byte[] PING = "GET /_ping HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    void ping() throws NotProvidedException {
        var uri = URI.create(host);
        if (!"unix".equals(uri.getScheme())) {
            throw new NotProvidedException("the container engine at " + host
                    + " may be another machine, whose ports are not ours (only unix:// is used)");
        }
        var socket = Path.of(uri.getPath());
        if (!Files.exists(socket)) {
            throw new NotProvidedException("Docker does not answer at " + host + " (no such file)");
        }
        try {
            var answer = Deadline.within(LIMIT, "the ping", () -> ask(socket));
            if (!answer.startsWith("HTTP/1.") || !answer.contains(" 200 ")) {
                throw new NotProvidedException("what answers at " + host + " is no container engine");
            }
        } catch (ToxiproxyException e) {
            throw new NotProvidedException("Docker does not answer at " + host + " (" + e.getMessage() + ")", e);
        }
    }

    private static String ask(Path socket) throws IOException {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(ByteBuffer.wrap(PING));
            var answer = ByteBuffer.allocate(64);
            channel.read(answer);
            return StandardCharsets.US_ASCII.decode(answer.flip()).toString();
        }
    }
}
