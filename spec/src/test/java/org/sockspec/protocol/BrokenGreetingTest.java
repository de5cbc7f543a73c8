package org.sockspec.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sockspec.protocol.Script.HELLO;
import static org.sockspec.protocol.Script.reply;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Testees that cannot even say hello; each costs an exception that names the cause, and leaves no process. */
@Timeout(30)
class BrokenGreetingTest {

    static Stream<Arguments> broken() {
        return Stream.of(
                testee("exit 3", "the testee exited with status 3"),
                testee("echo no such library >&2; exit 127", "its standard error ends with: no such library"),
                testee("exit 255", "exited with status 255"),
                testee("kill -SEGV $$", "the testee died by signal 11 (SIGSEGV)"),
                testee("echo Starting up", "not JSON", "the line was: Starting up"),
                testee("echo", "a message must be a JSON object"),
                testee("echo '[1]'", "a message must be a JSON object; the line was: [1]"),
                testee("printf '\\377\\n'", "a line is not UTF-8"),
                testee("printf '\\033[31m\\n'", "the line was: ?[31m"),
                testee(
                        "printf '{\"jsonrpc\"'; exit 3",
                        "exited with status 3; the stream ended in the middle of a line: {\"jsonrpc\""),
                testee("exec tr -d '\\n' < /dev/zero", "a line is longer than 8388608 bytes"),
                testee("exec >&-; sleep 60", "closed its standard output and went on running"),
                testee("read hello; " + reply(2, "\"result\":{}"), "no request waits for a reply with id 2"),
                testee("echo '{\"result\":{}}'", "a reply must have the integer id of its request"),
                testee("echo '{\"id\":99999999999999999999}'", "a reply must have the integer id of its request"),
                testee(
                        "echo '{\"id\":null,\"error\":{\"code\":-32600,\"message\":\"what?\"}}'",
                        "refused a request: what?"),
                testee("read hello; " + reply(1, "\"result\":{}"), "malformed answer to hello: 'protocol' is missing"),
                testee(
                        "read hello; " + reply(1, "\"result\":{\"protocol\":\"2\"}"),
                        "speaks protocol version \"2\", not \"1\""),
                testee("read hello; " + reply(1, "\"result\":{\"protocol\":\"1\"}"), "'name' is missing"),
                testee(
                        "read hello; " + reply(1, "\"error\":{\"code\":-32601,\"message\":\"no\"}"),
                        "refused hello: no (code -32601)"),
                testee(
                        "read hello; " + reply(1, "\"error\":\"no\""),
                        "an error must be an object with an integer 'code'"),
                testee("read hello; " + reply(1, "\"results\":{}"), "a reply must have either a result or an error"),
                testee(HELLO.replace("\"sessions\":1", "\"sessions\":0"), "'sessions' must be 1 or more"),
                testee(HELLO.replace("\"AF_INET\"", "2"), "malformed answer to hello"),
                testee(HELLO.replace("\"AF_INET\"", "null"), "malformed answer to hello"),
                testee(HELLO.replace("\"AF_INET\"", "\"AF_INTE\""), "\"AF_INTE\""),
                testee(HELLO.replace("\"types\":", "\"typse\":"), "'types' is missing"));
    }

    private static Arguments testee(String script, String... causes) {
        return Arguments.of(script, causes);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void isNamed(String script, String[] causes) {
        var process = Script.run(script);

        assertThatThrownBy(() -> ProcessTestee.greet(process, Duration.ofSeconds(20)))
                .isInstanceOf(TesteeException.class)
                .hasMessageContainingAll(causes);
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void silenceIsNamed() {
        var process = Script.run("exec sleep 60");

        assertThatThrownBy(() -> ProcessTestee.greet(process, Duration.ofMillis(100)))
                .isInstanceOf(TesteeException.class)
                .hasMessage("the testee did not answer hello within 100 ms");
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void aFloodOnStandardErrorDoesNotDisturb() {
        try (var testee = ProcessTestee.greet(
                Script.run("yes noise | head -c 20000000 >&2; " + HELLO + "cat"), Duration.ofSeconds(20))) {
            assertThat(testee.capabilities().name()).isEqualTo("n");
            assertThat(testee.errorOutput()).hasSizeLessThanOrEqualTo(16 * 1024);
        }
    }
}
