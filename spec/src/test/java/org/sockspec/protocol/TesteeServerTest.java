package org.sockspec.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockspec.api.Call;
import org.sockspec.api.Domain;
import org.sockspec.api.Protocol;
import org.sockspec.api.Signal;
import org.sockspec.api.SocketType;

@Timeout(20)
class TesteeServerTest {
    private static final int ROOM = 64 * 1024;
    private static final Call SOCKET =
            new Call.Socket(Domain.AF_UNIX, SocketType.SOCK_STREAM, Set.of(), Protocol.DEFAULT);
    private static final Call RECV = new Call.Recv(3, 10, Set.of());

    private final FakeApi api = new FakeApi();
    private final PipedOutputStream requests = new PipedOutputStream();
    private final LineReader replies;
    private final CompletableFuture<Void> serving;

    TesteeServerTest() throws IOException {
        var in = new PipedInputStream(requests, ROOM);
        var out = new PipedOutputStream();
        replies = new LineReader(new PipedInputStream(out, ROOM));
        serving = CompletableFuture.runAsync(() -> {
            try {
                TesteeServer.serve(api, in, out);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    @AfterEach
    void endOfFileEndsTheTestee() throws IOException {
        requests.close();
        serving.join();
        assertThat(api.open()).isEmpty();
    }

    @Test
    void helloIsAnsweredWithVersionAndCapabilities() throws IOException {
        send(Codec.helloRequest(1));

        var answer = Codec.capabilities(Codec.parse(reply()).get("result"));
        assertThat(answer).usingRecursiveComparison().ignoringFields("calls").isEqualTo(FakeApi.WHO);
        assertThat(answer.calls()).containsAll(FakeApi.WHO.calls()).contains("begun");
    }

    @Test
    void tellsWhenALaneHasBegunItsCall() throws IOException, InterruptedException {
        call(1, "s", "1", RECV);
        send(Codec.request(2, "begun", "s", "1", null));

        assertThat(reply()).contains("\"id\":2", "\"begun\":true");
        api.handOver("x");
        assertThat(reply()).contains("\"id\":1");
    }

    @Test
    void aBlockedLaneKeepsItsOrderAndDoesNotBlockAnother() throws IOException, InterruptedException {
        call(1, "s", "blocked", RECV);
        call(2, "s", "blocked", SOCKET);
        api.awaitReceiver();
        call(3, "s", "other", SOCKET);
        assertThat(reply()).contains("\"id\":3", "\"ret\":3");

        api.handOver("x");

        assertThat(reply()).contains("\"id\":1", "\"data\":\"eA==\"");
        assertThat(reply()).contains("\"id\":2", "\"ret\":4");
    }

    @Test
    void lanesOfTheSameNameInTwoSessionsAreDifferentLanes() throws IOException, InterruptedException {
        call(1, "one", "1", RECV);
        call(2, "two", "1", SOCKET);

        assertThat(reply()).contains("\"id\":2");

        api.handOver("x");
        assertThat(reply()).contains("\"id\":1");
    }

    @Test
    void theEndOfASessionFreesItsLanesAndClosesItsDescriptorsOnly() throws IOException, InterruptedException {
        call(1, "one", "1", SOCKET);
        call(2, "two", "1", SOCKET);
        reply();
        reply();
        call(3, "one", "1", RECV);
        call(4, "one", "1", SOCKET);
        api.awaitReceiver();

        send(Codec.request(5, "end_session", "one", null, null));

        assertThat(reply()).contains("\"id\":3", "EINTR");
        assertThat(reply()).contains("\"id\":5", "\"stuck\":0");
        assertThat(api.open()).containsExactly(4);
    }

    @Test
    void theEndOfAnUnknownSessionIsNoError() throws IOException {
        send(Codec.request(1, "end_session", "unknown", null, null));

        assertThat(reply()).contains("\"id\":1", "\"stuck\":0");
    }

    @Test
    void pthreadKillReachesTheCallInABusyLane() throws IOException, InterruptedException {
        call(1, "s", "busy", RECV);
        api.awaitReceiver();

        call(2, "s", "killer", new Call.PthreadKill("busy", Signal.SIGUSR1));

        assertThat(Set.of(reply(), reply()))
                .anySatisfy(line -> assertThat(line).contains("\"id\":1", "EINTR"))
                .anySatisfy(line -> assertThat(line).contains("\"id\":2", "\"ret\":0"));
    }

    @Test
    void pthreadKillFindsNobodyInAnIdleLane() throws IOException {
        call(1, "s", "killer", new Call.PthreadKill("idle", Signal.SIGUSR1));

        assertThat(reply()).contains("\"id\":1", "\"ret\":-1", "ESRCH");
    }

    @Test
    void aCallThatTheImplementationLacksIsUnsupported() throws IOException {
        call(1, "s", "1", new Call.Pipe());

        assertThat(reply()).contains("\"id\":1", "\"code\":-32601", "pipe");
    }

    @Test
    void aCallThatNobodyKnowsIsUnsupportedToo() throws IOException {
        send("{\"id\":1,\"method\":\"sendfile\",\"params\":{}}");

        assertThat(reply()).contains("\"id\":1", "\"code\":-32601", "sendfile");
    }

    @Test
    void aLaneThatCannotBeFreedIsCounted() throws IOException, InterruptedException {
        call(1, "s", "1", new Call.Read(3, 1));
        api.awaitReceiver();

        send(Codec.request(3, "end_session", "s", null, null));

        assertThat(reply()).contains("\"id\":3", "\"stuck\":1");
    }

    @Test
    void aCallThatOverflowsTheStackIsAnInternalErrorToo() throws IOException {
        call(1, "s", "1", new Call.Getpeername(3));

        assertThat(reply()).contains("\"id\":1", "\"code\":-32603", "StackOverflowError");
    }

    @Test
    void aCallInWhichTheImplementationBreaksDownIsAnInternalError() throws IOException {
        call(1, "s", "1", new Call.Getsockname(3));
        assertThat(reply()).contains("\"id\":1", "\"code\":-32603", "a bug at", "FakeApi.java");

        call(2, "s", "1", SOCKET);
        assertThat(reply()).as("the lane goes on").contains("\"id\":2", "\"ret\":3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nonsense                                                                       | null | not JSON
            []                                                                             | null | must be a JSON object
            {"method":"hello"}                                                             | null | integer id
            {"id":"x","method":"hello"}                                                    | null | integer id
            {"id":7}                                                                       | 7    | a request must have a method
            {"id":7,"method":"dup","params":[1]}                                           | 7    | a request must have params
            {"id":7,"method":"dup","params":{"session":"s","fd":1}}                        | 7    | 'lane' must be a string
            {"id":7,"method":"dup","params":{"session":"s","lane":"1"}}                    | 7    | 'fd' is missing
            {"id":7,"method":"dup","params":{"session":"s","lane":"1","fd":null}}          | 7    | 'fd' is missing
            {"id":7,"method":"dup","params":{"session":"s","lane":"1","fd":"3"}}           | 7    | 'fd' must be an integer of 32 bits
            {"id":7,"method":"dup","params":{"session":"s","lane":"1","fd":3,"x":1}}       | 7    | malformed parameters of dup: there is no member 'x'
            {"id":7,"method":"bind","params":{"session":"s","lane":"1","fd":3,"address":3}} | 7   | malformed parameters of bind
            {"id":7,"method":"shutdown","params":{"session":"s","lane":"1","fd":3,"how":1}} | 7   | malformed parameters of shutdown
            """)
    void aRequestThatIsMalformedIsRefusedAndTheNextOneServed(String request, String id, String why) throws IOException {
        send(request);
        assertThat(reply()).contains("\"id\":" + id, "\"code\":-32600", why);

        send(Codec.helloRequest(8));
        assertThat(reply()).contains("\"id\":8", "\"result\"");
    }

    private void call(long id, String session, String lane, Call call) throws IOException {
        send(Codec.request(id, call.method(), session, lane, call));
    }

    private void send(String line) throws IOException {
        requests.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        requests.flush();
    }

    private @Nullable String reply() throws IOException {
        return replies.next();
    }
}
