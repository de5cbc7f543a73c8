package org.sockspec.specs.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.api.PollEvent.POLLIN;

import java.util.List;
import java.util.stream.Stream;
import org.sockspec.api.Argument;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Observation;
import org.sockspec.harness.Socket;

class BacklogSpec {

    private static final int CLIENTS = 3;
    private static final int FEW = 5;
    private static final int MORE_THAN_FEW = 16;

    @Clause("listen.backlog.zero")
    void mayBeZero(Host server) {
        server.boundSocket().listen(0).isAccepted();
    }

    @Clause("listen.backlog.negative")
    void countsAsZeroWhenItIsNegative(Observation observation, Host client, Host server) {
        int withZero = client.roomIn(listener(server, 0), MORE_THAN_FEW);
        int withLess = client.roomIn(listener(server, -1), MORE_THAN_FEW);

        assertThat(withLess).isGreaterThanOrEqualTo(withZero);
        observation.is(withLess == withZero ? "small-queue" : "large-queue");
    }

    @Clause("listen.backlog.huge")
    void isReducedWhenItIsHuge(Host client, Host server) {
        var socket = server.boundSocket();

        socket.listen(Integer.MAX_VALUE).isAccepted();

        client.connectTo(socket);
    }

    @Clause("listen.backlog.somaxconn")
    void canBeTheLargestThatIsDefined(Host client, Host server) {
        var socket = server.boundSocket();

        socket.raw("listen", new Argument.Symbol("SOMAXCONN")).isAccepted();

        assertThat(client.roomIn(socket, FEW)).isEqualTo(FEW);
    }

    @Clause("listen.backlog.monotonic")
    void givesMoreRoomWhenItIsLarger(Host client, Host server) {
        assertThat(Stream.of(0, 1, 2, 5)
                        .map(backlog -> client.roomIn(listener(server, backlog), MORE_THAN_FEW))
                        .toList())
                .isSorted();
    }

    @Clause("listen.repeat.returns-zero")
    void canBeChanged(Host server) {
        var socket = listener(server, 1);

        for (int backlog : List.of(5, 2)) {
            socket.listen(backlog).isAccepted();
        }
    }

    @Clause("listen.repeat.keeps-queue")
    void whenChangedMayKeepWhoIsQueued(Host client, Host server, Observation seen) {
        var listener = listener(server, CLIENTS);
        for (int number = 1; number <= CLIENTS; number++) {
            queue(client, listener);
        }

        listener.listen(0).returns();

        seen.is(
                Stream.generate(() -> takesAClient(listener)).limit(CLIENTS).allMatch(taken -> taken)
                        ? "kept"
                        : "dropped");
    }

    @Clause("listen.repeat.changes-limit")
    void whenChangedMayCountFromThenOn(Host client, Host server, Observation seen) {
        int before = client.roomIn(listener(server, 0), MORE_THAN_FEW);
        var changed = listener(server, 0);

        changed.listen(4).returns();

        int after = client.roomIn(changed, MORE_THAN_FEW);
        assertThat(after).isGreaterThanOrEqualTo(before);
        seen.is(after > before ? "changed" : "kept");
    }

    private static Socket listener(Host host, int backlog) {
        var socket = host.boundSocket();
        socket.listen(backlog).succeeds();
        return socket;
    }

    private static void queue(Host client, Socket listener) {
        var socket = client.socket();
        socket.connect(listener).succeeds();
        socket.send("x").returns(1);
    }

    private static boolean takesAClient(Socket listener) {
        boolean waits = listener.poll(POLLIN).value() > 0;
        if (waits) {
            listener.accept().socket().recv(16).receives("x");
        }
        return waits;
    }
}
