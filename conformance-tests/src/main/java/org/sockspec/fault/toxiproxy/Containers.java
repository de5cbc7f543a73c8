package org.sockspec.fault.toxiproxy;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.sockspec.janitor.ProcessWatch;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.output.OutputFrame;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/**
 * Run Toxiproxy containers by Testcontainers; the only class that touches it, since looking for an absent engine with
 * it takes seconds.
 *
 * <p>Host networking only: behind a mapped port the engine's forwarder answers, and neither a refusal nor a reset is
 * seen. Two switches of Testcontainers can be set by environment variables only, see {@link DockerContainer}.
 */
record Containers(ProcessWatch watch) {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int PORTS_TO_TRY = 5;

    boolean hasImage(String name) {
        try {
            DockerClientFactory.lazyClient().inspectImageCmd(name).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    /** Build the image around a static binary and give its name; it stays in the engine, as the binary in the cache. */
    String build(String name, Path binary) {
        return new ImageFromDockerfile(name, false)
                .withFileFromClasspath("Dockerfile", "/toxiproxy/Dockerfile")
                .withFileFromPath("toxiproxy-server", binary)
                .get();
    }

    /** Pull an image and give its name; a registry can be put before it by the settings of Testcontainers. */
    String pull(String name) throws InterruptedException {
        var substitute = ImageNameSubstitutor.instance().apply(DockerImageName.parse(name));
        // Testcontainers itself would retry for minutes and keep the reason to itself.
        DockerClientFactory.lazyClient()
                .pullImageCmd(substitute.asCanonicalNameString())
                .start()
                .awaitCompletion();
        return substitute.asCanonicalNameString();
    }

    /** Start a server and give it; empty when every port that was tried is taken. */
    Optional<ToxiproxyServer> start(String image) throws NotProvidedException {
        for (var attempt = 0; attempt < PORTS_TO_TRY; attempt++) {
            var api = new InetSocketAddress("127.0.0.1", Ports.belowEphemeralRange());
            var output = new Output();
            var container = new Container(image, api, output, watch);
            var version = "";
            try {
                container.start();
                if (Handshake.with(api, output) instanceof Handshake.Ready ready) {
                    version = ready.version();
                    return Optional.of(
                            new Server(api, "docker (Testcontainers, image " + image + ")", version, container));
                }
            } finally {
                if (version.isEmpty()) {
                    container.stop();
                }
            }
        }
        return Optional.empty();
    }

    private static final class Container extends GenericContainer<Container> {

        private final ProcessWatch watch;

        Container(String image, InetSocketAddress api, Output output, ProcessWatch watch) {
            super(DockerImageName.parse(image));
            this.watch = watch;
            withNetworkMode("host");
            withCommand("-host=" + api.getHostString(), "-port=" + api.getPort());
            waitingFor(
                    Wait.forLogMessage(".*Starting Toxiproxy HTTP server.*", 1).withStartupTimeout(LIMIT));
            withLogConsumer(frame -> collect(frame, output));
        }

        @Override
        protected void containerIsCreated(String id) {
            watch.container(id);
        }

        @Override
        protected void containerIsStopped(InspectContainerResponse info) {
            watch.containerGone(info.getId());
        }

        private static void collect(OutputFrame frame, Output output) {
            if (frame.getType() == OutputFrame.OutputType.END) {
                output.end();
            } else {
                output.add(frame.getUtf8String());
            }
        }
    }

    private record Server(InetSocketAddress api, String origin, String version, Container container)
            implements ToxiproxyServer {

        @Override
        public void close() {
            Deadline.within(LIMIT, "removing container " + container.getContainerId(), () -> {
                container.stop();
                return true;
            });
        }
    }
}
