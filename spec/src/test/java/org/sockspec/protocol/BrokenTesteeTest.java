package org.sockspec.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.protocol.Script.greeted;
import static org.sockspec.protocol.Script.outcome;
import static org.sockspec.protocol.Script.reply;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockspec.api.Bytes;
import org.sockspec.api.Call;
import org.sockspec.api.Errno;
import org.sockspec.api.Outcome;

/** Testees that say hello and then misbehave; the call that was under way learns the cause. */
@Timeout(30)
class BrokenTesteeTest {

    static Stream<Arguments> deadly() {
        return Stream.of(
                testee("read call; exit 3", "exited with status 3"),
                testee("read call; kill -KILL $$", "died by signal 9 (SIGKILL)"),
                testee("read call; exec >&-; sleep 60", "closed its standard output and went on running"),
                testee("read call; echo Segmentation fault", "not JSON", "the line was: Segmentation fault"),
                testee("read call; printf '{\"id\":'; kill -ABRT $$", "died by signal 6 (SIGABRT)", "{\"id\":"),
                testee("read call; exec tr -d '\\n' < /dev/zero", "a line is longer than"),
                testee("read call; " + reply(7, "\"result\":{\"ret\":0}"), "with id 7"),
                testee("read call; " + reply(2, "\"result\":{}"), "an object with an integer 'ret'"),
                testee("read call; " + reply(2, "\"result\":{\"ret\":\"0\"}"), "an object with an integer 'ret'"),
                testee("read call; " + reply(2, "\"result\":{\"ret\":-1}"), "'errno' must be a name"),
                testee("read call; " + reply(2, "\"result\":{\"ret\":-1,\"errno\":98}"), "'errno' must be a name"),
                testee("read call; " + reply(2, "\"result\":{\"ret\":0,\"errno\":\"EINTR\"}"), "'ret' must be -1"),
                testee("read call; " + reply(2, "\"result\":{\"ret\":0,\"adress\":{}}"), "\"adress\""),
                testee("read call; " + reply(2, "\"result\":{\"ret\":0,\"address\":5}"), "must be an object, not 5"),
                testee("read call; " + reply(2, "\"result\":{\"ret\":0,\"data\":\"%\"}"), "malformed result"),
                testee("read call; " + reply(2, "\"result\":{\"ret\":0,\"fds\":[null]}"), "malformed result"),
                testee("read call; " + reply(2, "\"result\":{\"ret\":0,\"fds\":[\"4\"]}"), "malformed result"),
                testee(
                        "read call; " + reply(2, "\"error\":{\"code\":-32600,\"message\":\"what?\"}"),
                        "refused listen: what? (code -32600)"));
    }

    private static Arguments testee(String script, String... causes) {
        return Arguments.of(script, causes);
    }

    @ParameterizedTest
    @MethodSource("deadly")
    void endsTheCallWithItsCause(String script, String[] causes) {
        try (var testee = greeted(script)) {
            assertThat(outcome(testee))
                    .isInstanceOfSatisfying(
                            Outcome.Died.class, died -> assertThat(died.how()).contains(causes));
            assertThat(testee.ended()).hasValueSatisfying(how -> assertThat(how).contains(causes));
            assertThat(testee.process().orElseThrow().onExit()).succeedsWithin(Duration.ofSeconds(5));
            assertThat(outcome(testee)).as("a later call").isInstanceOf(Outcome.Died.class);
        }
    }

    @Test
    void anAnswerThatComesTwiceBreaksTheProtocol() {
        var answer = reply(2, "\"result\":{\"ret\":0}");
        try (var testee = greeted("read call; " + answer + "; read call; " + answer + "; sleep 60")) {
            assertThat(outcome(testee)).isEqualTo(Outcome.returned(0));
            assertThat(outcome(testee)).asString().contains("no request waits for a reply with id 2");
        }
    }

    @Test
    void answersOfTwoLanesMayComeInAnyOrder() {
        try (var testee = greeted("read first; read second; " + reply(3, "\"result\":{\"ret\":3}") + "; "
                + reply(2, "\"result\":{\"ret\":2}") + "; cat")) {
            var session = testee.openSession();
            var first = session.call("1", new Call.Listen(3, 1));
            var second = session.call("2", new Call.Listen(3, 1));

            assertThat(first.join()).isEqualTo(Outcome.returned(2));
            assertThat(second.join()).isEqualTo(Outcome.returned(3));
        }
    }

    @Test
    void anErrnoMayHaveANameThatNobodyKnows() {
        try (var testee = greeted("read call; " + reply(2, "\"result\":{\"ret\":-1,\"errno\":\"EWEIRD\"}") + "; cat")) {
            assertThat(outcome(testee)).isEqualTo(Outcome.failed(new Errno("EWEIRD")));
        }
    }

    @Test
    void aCallMayBeUnsupported() {
        try (var testee =
                greeted("read call; " + reply(2, "\"error\":{\"code\":-32601,\"message\":\"listen\"}") + "; cat")) {
            assertThat(outcome(testee)).isEqualTo(new Outcome.Unsupported("listen"));
        }
    }

    @Test
    void theEndOfASessionMustBeAnsweredWithACount() {
        try (var testee = greeted("read end; " + reply(2, "\"result\":{}") + "; sleep 60")) {
            testee.openSession().end().join();

            assertThat(testee.ended())
                    .hasValueSatisfying(how -> assertThat(how).contains("'stuck' must be a count of lanes"));
        }
    }

    @Test
    void aCallThatIsNotDeclaredIsNotSent() {
        try (var testee = greeted("exec sleep 60")) {
            assertThat(testee.openSession().call("1", new Call.Pipe()).join())
                    .isEqualTo(new Outcome.Unsupported("pipe"));
        }
    }

    @Test
    void aTesteeThatReadsNothingBlocksNobodyWhoCallsIt() {
        var large = new Call.Send(3, Bytes.zeros(1 << 20), Set.of());
        List<CompletableFuture<Outcome>> sends;
        try (var testee = greeted("exec sleep 60")) {
            var session = testee.openSession();
            sends = Stream.generate(() -> session.call("1", large)).limit(3).toList();
        }

        assertThat(sends).allSatisfy(send -> assertThat(send.join()).isInstanceOf(Outcome.Died.class));
    }

    @Test
    void aTesteeThatClosesItsInputIsNamed() {
        try (var testee = greeted("exec <&-; echo closed >&2; sleep 60")) {
            while (testee.errorOutput().isEmpty()) {
                Thread.onSpinWait();
            }

            assertThat(outcome(testee)).asString().isEqualTo("closed its standard input and went on running");
        }
    }

    @Test
    void aChildThatKeepsTheOutputOpenDoesNotHideTheEnd() {
        try (var testee = greeted("sleep 4 & read call; exit 3")) {
            assertThat(outcome(testee)).asString().isEqualTo("exited with status 3");
        }
    }

    @Test
    void childrenAreKilledToo() {
        ProcessHandle child;
        try (var testee = greeted("sleep 60 & echo $! >&2; wait")) {
            while (!testee.errorOutput().endsWith("\n")) {
                Thread.onSpinWait();
            }
            child = ProcessHandle.of(Long.parseLong(testee.errorOutput().strip()))
                    .orElseThrow();
        }

        assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(5));
    }
}
