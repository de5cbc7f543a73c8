package org.sockspec.specs.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.sockspec.api.Argument;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Observation;
import org.sockspec.harness.Socket;

class BacklogSpec {

    private static final int MORE_THAN_FEW = 16;

    @Clause("listen.backlog.zero")
    void mayBeZero(Host server) {
        server.boundSocket().listen(0).isAccepted();
    }

    @Clause("listen.backlog.negative")
    void countsAsZeroWhenItIsNegative(Observation observation, Host client, Host server) {
        int withZero = client.roomIn(listener(server, 0), MORE_THAN_FEW);
        int withLess = client.roomIn(listener(server, -1), MORE_THAN_FEW);

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

        assertThat(client.roomIn(socket, MORE_THAN_FEW)).isEqualTo(MORE_THAN_FEW);
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
        var socket = server.boundSocket();

        for (int backlog : List.of(1, 5, 2)) {
            socket.listen(backlog).isAccepted();
        }
    }

    @Clause("listen.repeat.keeps-queue")
    void whenChangedKeepsWhoIsQueued(Host client, Host server) {
        var listener = listener(server, 3);
        var clients = Stream.of("a", "b", "c")
                .map(name -> queued(client, listener, name))
                .toList();

        listener.listen(0).succeeds();

        for (var text : clients) {
            listener.accept().socket().recv(16).receives(text);
        }
    }

    @Clause("listen.repeat.changes-limit")
    void whenChangedCountsFromThenOn(Host client, Host server) {
        int before = client.roomIn(listener(server, 0), MORE_THAN_FEW);
        var changed = listener(server, 0);

        changed.listen(4).succeeds();

        assertThat(client.roomIn(changed, MORE_THAN_FEW)).isGreaterThan(before);
    }

    private static Socket listener(Host host, int backlog) {
        var socket = host.boundSocket();
        socket.listen(backlog).succeeds();
        return socket;
    }

    private static String queued(Host client, Socket listener, String text) {
        var socket = client.socket();
        socket.connect(listener).succeeds();
        socket.send(text).succeeds();
        return text;
    }
}
