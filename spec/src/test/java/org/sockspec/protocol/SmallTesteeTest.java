package org.sockspec.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sockspec.api.Address;
import org.sockspec.api.Bytes;
import org.sockspec.api.Call;
import org.sockspec.api.Domain;
import org.sockspec.api.Errno;
import org.sockspec.api.Outcome;
import org.sockspec.api.Protocol;
import org.sockspec.api.Returned;
import org.sockspec.api.SocketType;

/** Runs the testee that stands in spec/protocol.md, where there is a Python to run it. */
@Timeout(30)
class SmallTesteeTest {
    private static final Call SOCKET =
            new Call.Socket(Domain.AF_INET, SocketType.SOCK_STREAM, Set.of(), Protocol.DEFAULT);

    private ProcessTestee testee;
    private Testee.Session session;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(entry -> Files.isExecutable(Path.of(entry, "python3"))),
                "python3 is on the PATH");
        var program = folder.resolve("testee.py");
        Files.writeString(
                program, new ProtocolPage().fenced("python").findFirst().orElseThrow());
        testee = ProcessTestee.greet(new ProcessBuilder("python3", program.toString()).start(), Duration.ofSeconds(20));
        session = testee.openSession();
    }

    @AfterEach
    void stop() {
        if (testee != null) {
            assertThat(testee.errorOutput()).isEmpty();
            testee.close();
        }
    }

    @Test
    void carriesBytesFromALaneToAnother() {
        int listener = listener();
        var address = ((Returned) call("1", new Call.Getsockname(listener))).address();
        var accepting = session.call("accepting", new Call.Accept(listener, true));
        int client = descriptor(call("1", SOCKET));

        assertThat(call("1", new Call.Connect(client, address))).isEqualTo(Outcome.returned(0));
        int server = descriptor(accepting.join());
        assertThat(call("1", new Call.Send(client, Bytes.of("hello"), Set.of())))
                .isEqualTo(Outcome.returned(5));
        assertThat(call("1", new Call.Recv(server, 100, Set.of()))).isEqualTo(Returned.received(Bytes.of("hello")));
        assertThat(call("1", new Call.Close(server))).isEqualTo(Outcome.returned(0));
        assertThat(call("1", new Call.Close(server))).isEqualTo(Outcome.failed(Errno.EBADF));
        assertThat(call("1", new Call.Pipe())).isEqualTo(new Outcome.Unsupported("pipe"));
    }

    @Test
    void namesTheErrorAsTheProtocolPrefers() {
        int datagrams = descriptor(
                call("1", new Call.Socket(Domain.AF_INET, SocketType.SOCK_DGRAM, Set.of(), Protocol.DEFAULT)));

        assertThat(call("1", new Call.Listen(datagrams, 5))).isEqualTo(Outcome.failed(Errno.EOPNOTSUPP));
    }

    @Test
    void freesABlockedLaneAtTheEndOfASession() {
        session.call("1", new Call.Accept(listener(), false));
        assertThat(call("2", SOCKET)).isInstanceOf(Returned.class);

        assertThat(session.end().join()).isZero();

        session = testee.openSession();
        assertThat(descriptor(call("1", SOCKET))).isPositive();
    }

    private int listener() {
        int listener = descriptor(call("1", SOCKET));
        call("1", new Call.Bind(listener, new Address.Inet("127.0.0.1", 0)));
        assertThat(call("1", new Call.Listen(listener, 5))).isEqualTo(Outcome.returned(0));
        return listener;
    }

    private Outcome call(String lane, Call call) {
        return session.call(lane, call).join();
    }

    private static int descriptor(Outcome outcome) {
        return (int) ((Returned) outcome).value();
    }
}
