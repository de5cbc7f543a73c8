package org.sockspec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockspec.report.Verdict;
import org.sockspec.report.folder.RunFolder;

class RunCommandTest {
    @TempDir
    private Path folder;

    private final Console console = new Console();

    @Test
    void endsWith0AndWritesTheRun() {
        assertThat(run("--select", "connect.refused.no-listener")).isZero();
        assertThat(console.out()).contains("2 cases: 2 passed").contains(folder.resolve("index.html") + "");
        assertThat(RunFolder.read(folder).cases()).hasSize(2).allMatch(result -> result.verdict() == Verdict.PASSED);
        assertThat(RunFolder.open(folder)
                        .transcripts()
                        .apply("connect.refused.no-listener@inet.stream")
                        .calls())
                .anyMatch(call -> call.outcome().equals("ECONNREFUSED"));
    }

    @Test
    void listsDeviationsOfTheReferenceAsSuch() {
        assertThat(run("--select", "names.peer.shut-down")).isZero();
        assertThat(console.out())
                .contains("Known deviations of linux")
                .contains("0 instead of EINVAL")
                .doesNotContain("passed,");
    }

    @Test
    void endsWith1OnADeviationThatNobodyExpects() throws IOException {
        assertThat(run("--select", "names.peer.shut-down", "--baseline", baseline("[]")))
                .isEqualTo(1);
        assertThat(console.out())
                .contains("accepted: EINVAL")
                .contains("./sockspec run --select names.peer.shut-down@inet.stream");
    }

    @Test
    void endsWith3OnABaselineThatIsOutOfDate() throws IOException {
        var entry = "[{cases: 'connect.refused.no-listener@inet.stream', observed: EACCES, reason: once}]";

        assertThat(run("--select", "connect.refused.no-listener", "--baseline", baseline(entry)))
                .isEqualTo(3);
        assertThat(console.out()).contains("no-listener@inet.stream: passes now; remove its entry");
    }

    @Test
    void updatesABaselineSoThatTheNextRunMatches() throws IOException {
        var entries = baseline("[{cases: 'connect.refused.no-listener@*', observed: EACCES, reason: once}]");
        run("--select", "names.peer.shut-down", "--select", "connect.refused.*", "--baseline", entries);

        assertThat(console.sockspec("baseline", "update", folder.toString())).isZero();
        assertThat(console.out()).contains("+  - cases: \"names.peer.shut-down@*\"");
        assertThat(run("--select", "names.peer.shut-down", "--select", "connect.refused.*", "--baseline", entries))
                .as(console.out())
                .isZero();
    }

    @Test
    void saysWhoseCallDeviatesWhereThePeerIsTheReference() throws IOException {
        assertThat(run("--peer", "reference", "--select", "names.peer.shut-down", "--baseline", baseline("[]")))
                .isEqualTo(1);
        assertThat(console.out()).contains("as the client, against the reference, its own call deviates: ");
        assertThat(run("--peer", "reference", "--select", "connect.refused.no-listener"))
                .isZero();
        assertThat(console.out()).contains("2 cases: 2 passed");
    }

    @Test
    void endsWith4WhenNothingIsLeftToRun() {
        assertThat(run("--select", "connect.refused.no-listener", "--level", "may"))
                .isEqualTo(4);
        assertThat(console.err()).contains("nothing to run");
    }

    @Test
    void endsWith69WhenTheTesteeCannotBeStarted() {
        assertThat(run("--testee", "/does/not/exist")).isEqualTo(69);
        assertThat(console.err()).contains("the testee cannot be started").contains("/does/not/exist");
    }

    @Test
    void endsWith69WhenTheTesteeDoesNotSpeakTheProtocol() {
        assertThat(run("--", "echo", "hello")).isEqualTo(69);
        assertThat(console.err()).contains("hello");
    }

    @Test
    void endsWith70WhenTheFolderCannotBeMade() throws IOException {
        var file = Files.createFile(folder.resolve("file"));

        assertThat(console.sockspec("run", "--select", "connect.refused.no-listener", "--out", file + "/run"))
                .isEqualTo(70);
        assertThat(console.err()).contains("cannot write").contains("--out");
    }

    @Test
    void endsWith130AndKeepsWhatFinished() {
        var interrupter = new Thread(() -> {
            while (!Files.exists(folder.resolve("journal.ndjson"))) {
                Thread.onSpinWait();
            }
            console.interruption().arrive();
        });
        interrupter.start();

        assertThat(run("--select", "names.*", "--repeat", "100000")).isEqualTo(130);
        assertThat(RunFolder.read(folder).interrupted()).isTrue();
        assertThat(RunFolder.read(folder).cases()).isNotEmpty();
    }

    private int run(String... options) {
        var line = new String[options.length + 3];
        line[0] = "run";
        line[1] = "--out";
        line[2] = folder.toString();
        System.arraycopy(options, 0, line, 3, options.length);
        return console.sockspec(line);
    }

    private String baseline(String deviations) throws IOException {
        var file = Files.writeString(
                folder.resolve("baseline.yaml"), "implementation: linux\ndeviations: " + deviations + "\n");
        return file.toString();
    }
}
