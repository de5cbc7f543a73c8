package org.sockspec.fault.toxiproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockspec.janitor.Janitor;

/** Passes through a real engine where one answers; {@code SOCKSPEC_CI_DOCKER=1} makes its absence a failure. */
@Timeout(400)
class DockerTest {

    @Test
    void runsAServerThatTellsTheTruthAndEndsWithTheRun() throws IOException {
        ToxiproxyServer server;
        try (var janitor = Janitor.start()) {
            server = Promised.server(Toxiproxy.acquire(Choice.parse("docker"), janitor), "SOCKSPEC_CI_DOCKER");
            assertThat(server.origin()).matches("docker \\(Testcontainers, image .*toxiproxy:2\\.12\\.0\\)");
            assertThat(server.version()).isEqualTo("2.12.0");
        }
        // The janitor alone removed it, as it would after a kill.
        assertThatThrownBy(() -> new ControlApi(server.api()).version()).isInstanceOf(IOException.class);
        server.close();
    }
}
