package org.sockspec.fault.toxiproxy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.sockspec.janitor.ProcessWatch;

/**
 * Start the server in a container with host networking.
 *
 * @param forced whether the user asked for Docker, so that building the binary with go first is worth it
 */
record DockerContainer(Surroundings surroundings, ProcessWatch watch, boolean forced) implements ToxiproxyProvider {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String LOCAL_IMAGE = "sockspec-toxiproxy:" + Surroundings.VERSION;
    private static final String PUBLISHED_IMAGE = "shopify/toxiproxy:" + Surroundings.VERSION;

    @Override
    public ToxiproxyServer provide() throws NotProvidedException {
        new DockerEngine(surroundings.dockerHost()).ping();
        var containers = new Containers(watch);
        try {
            var image = image(containers);
            var started = Deadline.within(LIMIT, "starting " + image, () -> containers.start(image));
            return started.orElseThrow(() -> new NotProvidedException("the ports for " + image + " were all taken"));
        } catch (ToxiproxyException e) {
            throw new NotProvidedException(
                    "Docker answers at " + surroundings.dockerHost() + ", but " + e.getMessage() + missingVariables(),
                    e);
        }
    }

    private String image(Containers containers) throws NotProvidedException {
        if (Deadline.within(LIMIT, "looking for " + LOCAL_IMAGE, () -> containers.hasImage(LOCAL_IMAGE))) {
            return LOCAL_IMAGE;
        }
        var go = surroundings.onPath("go").isPresent();
        var binary = binary(go);
        if (binary.isPresent()) {
            return Deadline.within(
                    LIMIT, "building " + LOCAL_IMAGE, () -> containers.build(LOCAL_IMAGE, binary.orElseThrow()));
        }
        if (go) {
            throw new NotProvidedException("Docker answers at " + surroundings.dockerHost() + ", but holds no image "
                    + LOCAL_IMAGE + ", and building the server with go needs no container");
        }
        return Deadline.within(LIMIT, "pulling " + PUBLISHED_IMAGE, () -> containers.pull(PUBLISHED_IMAGE));
    }

    private Optional<Path> binary(boolean go) throws NotProvidedException {
        if (Files.isExecutable(surroundings.cachedBinary())) {
            return Optional.of(surroundings.cachedBinary());
        }
        return go && forced ? Optional.of(new GoModule(surroundings, watch).build()) : Optional.empty();
    }

    private String missingVariables() {
        var set = "true".equals(surroundings.variables().get("TESTCONTAINERS_RYUK_DISABLED"))
                && surroundings.variables().containsKey("TESTCONTAINERS_HOST_OVERRIDE");
        return set
                ? ""
                : " (export TESTCONTAINERS_RYUK_DISABLED=true and TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1,"
                        + " else Testcontainers needs images of its own)";
    }
}
