package org.sockspec.janitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JanitorTest {

    @Test
    void leavesNothingBehindWhenTheHarnessIsKilled() throws Exception {
        var harness = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRun.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var started = harness.inputReader().readLine().split(" ");
        var folder = Path.of(started[3]);
        assertThat(folder).isEmptyDirectory();

        harness.destroyForcibly().waitFor();

        for (var pid : List.of(started[0], started[1], started[2])) {
            exited(Long.parseLong(pid));
        }
        assertThat(folder.getParent()).doesNotExist();
    }

    @Test
    void endsTheRegisteredProcessesOnClose() throws Exception {
        try (var sleep = new Sleeper()) {
            try (var janitor = Janitor.start()) {
                janitor.watch(sleep.process);
            }
            assertThat(sleep.process.waitFor()).isEqualTo(128 + 9);
        }
    }

    @Test
    void outlivesAnInterruptFromTheTerminal() throws Exception {
        try (var sleep = new Sleeper()) {
            try (var janitor = Janitor.start()) {
                for (var signal : new String[] {"INT", "TERM", "HUP"}) {
                    kill(signal, janitor.helper().pid());
                }
                janitor.watch(sleep.process);
            }
            assertThat(sleep.process.waitFor()).isEqualTo(128 + 9);
        }
    }

    @Test
    void sparesAProcessThatWasGivenAUsedNumber() throws Exception {
        var script = new String(Janitor.class.getResourceAsStream("janitor.sh").readAllBytes(), StandardCharsets.UTF_8);
        try (var spared = new Sleeper();
                var ended = new Sleeper()) {
            var helper = new ProcessBuilder("sh", "-c", script).start();
            try (var lines = helper.outputWriter()) {
                lines.write("pid " + spared.process.pid() + " 1\n");
                lines.write("pid " + ended.process.pid() + " "
                        + ProcStat.startOf(ended.process.pid()).orElseThrow() + "\n");
            }
            helper.waitFor();

            assertThat(ended.process.waitFor()).isEqualTo(128 + 9);
            assertThat(spared.process.isAlive()).isTrue();
        }
    }

    @Test
    void forgetsOnlyWhatIsGone() throws Exception {
        var deleted = new LinkedBlockingQueue<String>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            deleted.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try (var janitor = Janitor.start()) {
            for (var name : new String[] {"a", "ab", "b"}) {
                janitor.proxy(server.getAddress(), name);
            }
            janitor.proxyGone(server.getAddress(), "a");
            janitor.proxyGone(server.getAddress(), "b");
        }
        server.stop(0);

        assertThat(deleted).containsExactly("DELETE /proxies/ab");
    }

    @Test
    void givesFoldersShortEnoughForUnixSockets() throws IOException {
        Path folder;
        try (var janitor = Janitor.start()) {
            folder = janitor.temporaryFolder("case");
            assertThat(janitor.temporaryFolder("case")).isNotEqualTo(folder);
            var tmp = System.getProperty("java.io.tmpdir");
            assertThat(folder.toString().length() - tmp.length()).isLessThan(20);
            Files.writeString(folder.resolve("file"), "content");
        }
        assertThat(folder).doesNotExist();
    }

    @Test
    void registersNothingAfterTheRun() {
        var janitor = Janitor.start();
        janitor.close();

        assertThatThrownBy(() -> janitor.container("abc")).hasMessageContaining("The run is over");
    }

    @Test
    void endsAProcessThatItCannotRegister() throws Exception {
        var janitor = Janitor.start();
        janitor.close();
        try (var sleep = new Sleeper()) {
            assertThatThrownBy(() -> janitor.watch(sleep.process)).hasMessageContaining("The run is over");
            assertThat(sleep.process.waitFor()).isEqualTo(128 + 9);
        }
    }

    private static void exited(long pid) throws Exception {
        var process = ProcessHandle.of(pid);
        if (process.isPresent()) {
            process.get().onExit().get(30, TimeUnit.SECONDS);
        }
    }

    private static void kill(String signal, long pid) throws Exception {
        new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
    }

    private record Sleeper(Process process) implements AutoCloseable {

        Sleeper() throws IOException {
            this(new ProcessBuilder("sleep", "1000").start());
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
