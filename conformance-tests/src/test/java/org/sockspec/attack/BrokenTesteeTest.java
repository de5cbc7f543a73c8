package org.sockspec.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockspec.engine.Implementation;
import org.sockspec.protocol.TesteeException;

/** Testees that do not come as far as serving: the run ends with 69, says why, and what to do. */
@Timeout(60)
class BrokenTesteeTest {
    private static final String HELLO =
            "read hello; echo '{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"protocol\":\"1\",\"name\":\"n\","
                    + "\"version\":\"v\",\"platform\":\"p\",\"sessions\":1,\"domains\":[\"AF_INET\"],"
                    + "\"types\":[\"SOCK_STREAM\"],\"calls\":[]}}'; ";

    @TempDir
    private Path folder;

    static Stream<Arguments> scripts() {
        return Stream.of(
                script(HELLO.replace("\"protocol\":\"1\"", "\"protocol\":\"2\""), "speaks protocol version \"2\""),
                script("echo Welcome to frobnicate 3; cat", "not JSON", "the line was: Welcome to frobnicate 3"),
                script(
                        "printf '{\"jsonrpc\":'; exec >&-; exec cat >/dev/null",
                        "closed its standard output",
                        "{\"jsonrpc\":"),
                script("tr -d '\\n' </dev/zero", "a line is longer than 8388608 bytes"),
                script("exec yes noise >&2 & echo no; wait", "not JSON", "its standard error ends with: "),
                script("exec >&-; exec cat >/dev/null", "closed its standard output and went on running"),
                script("echo no libfrob >&2; exit 127", "exited with status 127", "ends with: no libfrob"),
                script("kill -ABRT $$", "died by signal 6 (SIGABRT)"),
                script(HELLO.replace("\"id\":1", "\"id\":2"), "no request waits for a reply with id 2"),
                script("setsid sleep 1000 & echo $! >>processes; exit 1", "exited with status 1"),
                script("printf '\\033]0;owned\\007\\n'", "the line was: ?]0;owned?"),
                script("printf '\\033[2J\\033]0;owned\\007' >&2; exit 1", "exited with status 1"));
    }

    private static Arguments script(String script, String... causes) {
        return Arguments.of(script, causes);
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void endsTheRun(String script, String[] causes) throws IOException {
        var run = AttackedRun.of(folder, shell(script));

        assertThat(run.exit()).as(run.err()).isEqualTo(69);
        assertThat(run.err())
                .contains(causes)
                .contains("the testee", "try the command by hand: it must answer hello")
                .doesNotContain("\033", "\007")
                .hasSizeLessThan(20_000);
        assertThat(folder.resolve("journal.ndjson")).doesNotExist();
        run.requireNothingLeft();
    }

    @Test
    void isGivenUpWhenItDoesNotAnswerHello() throws IOException {
        var silent = new Implementation(shell("exec cat >/dev/null"), Duration.ofMillis(100));

        assertThatThrownBy(() -> silent.start(ProcessBuilder::start, UnaryOperator.identity()))
                .isInstanceOf(TesteeException.class)
                .hasMessage("the testee did not answer hello within 100 ms");
        new AttackedRun(folder, 0, "", "").requireNothingLeft();
    }

    /** Returns the command of a testee that notes its process before it does anything else. */
    private List<String> shell(String script) {
        return List.of("sh", "-c", "cd " + folder + "; echo $$ >>processes; " + script);
    }
}
