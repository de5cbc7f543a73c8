package org.sockspec.specs.backlog;

import static org.sockspec.api.PollEvent.POLLOUT;

import java.util.List;
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
}
