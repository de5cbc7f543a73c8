package org.sockspec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejudgeCommandTest {
    @TempDir
    private Path folder;

    private final Console console = new Console();

    @BeforeEach
    void run() {
        new Console().sockspec("run", "--select", "connect.refused.*@inet.stream", "--out", folder.toString());
    }

    @Test
    void saysTheSameOfWhatWasRecorded() {
        assertThat(console.sockspec("rejudge", folder.toString())).isZero();
        assertThat(console.out()).contains(" 0 differ, 0 unknown");
    }

    @Test
    void saysSomethingElseOfAnotherAnswer() throws IOException {
        edit(member("errno", "ECONNREFUSED"), member("errno", "ETIMEDOUT"));

        assertThat(console.sockspec("rejudge", folder.toString())).isEqualTo(1);
        assertThat(console.out())
                .contains("connect.refused.no-listener@inet.stream: passed, now failed")
                .contains("ETIMEDOUT; accepted is ECONNREFUSED");
    }

    @Test
    void cannotSayWhatWouldComeOfOtherCalls() throws IOException {
        edit(member("type", "SOCK_STREAM"), member("type", "SOCK_DGRAM"));

        assertThat(console.sockspec("rejudge", folder.toString())).isEqualTo(2);
        assertThat(console.out()).contains("cannot be judged from their recording");
    }

    @Test
    void endsWith4WhereThereAreNoRecordings() throws IOException {
        Files.delete(folder.resolve("journal.ndjson"));
        Files.delete(folder.resolve("transcripts/connect.ndjson"));

        assertThat(console.sockspec("rejudge", folder.toString())).isEqualTo(4);
    }

    /** Writes a member of an object that stands in the journal as text. */
    private static String member(String name, String value) {
        return "\\\"" + name + "\\\":\\\"" + value + "\\\"";
    }

    private void edit(String what, String by) throws IOException {
        var journal = folder.resolve("journal.ndjson");
        var text = Files.readString(journal);
        assertThat(text).contains(what);
        Files.writeString(journal, text.replace(what, by));
    }
}
