package org.sockspec.specs.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.api.Errno.EAGAIN;
import static org.sockspec.api.Errno.EWOULDBLOCK;
import static org.sockspec.api.PollEvent.POLLOUT;

import java.util.List;
import java.util.stream.Stream;
import org.sockspec.api.Bytes;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class QueueSpec {
    private static final List<String> CLIENTS = List.of("1", "2", "3", "4", "5");

    @Clause("backlog.connect-before-accept")
    void letsAClientConnectBeforeAccept(Host client, Host server) {
        var listener = server.listener();

        client.socket().connect(listener).isAccepted();

        listener.accept().socket();
    }

    @Clause("backlog.client-usable-before-accept")
    void letsAClientSendBeforeAccept(Host client, Host server) {
        var listener = server.listener();
        var socket = client.socket();
        socket.connect(listener).succeeds();

        socket.peerName().storesAddress(listener.address());
        socket.send("early").returns(5);
        socket.poll(POLLOUT).reports(POLLOUT);

        listener.accept().socket().recv(16).receives("early");
    }

    @Clause("backlog.fifo")
    void keepsTheOrderOfTheClients(Host client, Host server) {
        var listener = server.listener();

        for (var name : CLIENTS) {
            var socket = client.socket();
            socket.connect(listener).succeeds();
            socket.send(name).succeeds();
        }

        for (var name : CLIENTS) {
            listener.accept().socket().recv(16).receives(name);
        }
    }

    @Clause("backlog.queue-shared-by-fork")
    void isOneForAllProcesses(Host client, Host server, Host other) {
        var listener = server.listener();
        var shared = listener.sharedWith(other);
        for (var name : List.of("1", "2")) {
            var socket = client.socket();
            socket.connect(listener).succeeds();
            socket.send(name).succeeds();
        }

        assertThat(Stream.of(shared, listener)
                        .map(each -> each.accept().socket().recv(16).data()))
                .containsExactlyInAnyOrder(Bytes.of("1"), Bytes.of("2"));

        listener.nonBlocking().accept().failsWith(EAGAIN, EWOULDBLOCK);
    }
}
