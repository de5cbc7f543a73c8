package org.sockspec.fault.toxiproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockspec.fault.toxiproxy.Acquisition.Unavailable;
import org.sockspec.janitor.Janitor;

class UnavailableTest {

    private final Janitor janitor = Janitor.start();

    @TempDir
    private Path home;

    @AfterEach
    void endTheRun() {
        janitor.close();
    }

    @Test
    void namesEveryMeansThatWasTriedAndTheRemedy() {
        var result = acquire("auto", Map.of());

        assertThat(result.message())
                .matches("no Toxiproxy: toxiproxy-server is not on the PATH; no cached build at "
                        + home + "/\\.cache/sockspec/toxiproxy-2\\.12\\.0/toxiproxy-server-\\w+-\\w+;"
                        + " Docker does not answer at unix://" + home + "/docker\\.sock \\(no such file\\);"
                        + " go is not on the PATH\\. Install Go 1\\.24 or later, or Docker, or pass --toxiproxy URL");
    }

    @Test
    void triesOnlyTheMeansThatWasChosen() {
        assertThat(acquire("docker", Map.of()).tried()).hasSize(1);
        assertThat(acquire("binary", Map.of()).tried()).hasSize(3);
        assertThat(acquire("http://127.0.0.1:1", Map.of()).message())
                .startsWith("no Toxiproxy: no Toxiproxy answers at http://127.0.0.1:1 (")
                .endsWith("Start it there, or pass --toxiproxy auto");
    }

    @Test
    void saysWhyAServerThatIsNoneDidNotStart() throws IOException {
        install("toxiproxy-server", "#!/bin/sh\necho wrong flag; exit 2\n");

        assertThat(acquire("auto", Map.of()).tried().get(0)).isEqualTo("toxiproxy-server ended at once: wrong flag");
    }

    @Test
    void saysWhatGoComplainedAbout() throws IOException {
        install("go", "#!/bin/sh\necho go is too old; exit 1\n");

        assertThat(acquire("auto", Map.of()).tried())
                .last()
                .isEqualTo(home + "/go could not build toxiproxy-server: go is too old");
    }

    @Test
    void givesUpSoonOnAnEngineThatNeverAnswers() throws IOException {
        var socket = home.resolve("silent.sock");
        try (var silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            silent.bind(UnixDomainSocketAddress.of(socket));

            var result = assertTimeout(
                    Duration.ofSeconds(3), () -> acquire("docker", Map.of("DOCKER_HOST", "unix://" + socket)));

            assertThat(result.tried())
                    .containsExactly(
                            "Docker does not answer at unix://" + socket + " (the ping did not end within 400 ms)");
        }
    }

    @Test
    void usesNoEngineOfAnotherMachine() {
        assertThat(acquire("docker", Map.of("DOCKER_HOST", "tcp://192.0.2.1:2375"))
                        .tried())
                .first()
                .asString()
                .contains("may be another machine");
    }

    private Unavailable acquire(String choice, Map<String, String> more) {
        var variables = new HashMap<>(Map.of(
                "PATH", home.toString(), "HOME", home.toString(), "DOCKER_HOST", "unix://" + home + "/docker.sock"));
        variables.putAll(more);
        return (Unavailable) Toxiproxy.acquire(Choice.parse(choice), janitor, new Surroundings(variables));
    }

    private void install(String program, String script) throws IOException {
        var file = Files.writeString(home.resolve(program), script);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
