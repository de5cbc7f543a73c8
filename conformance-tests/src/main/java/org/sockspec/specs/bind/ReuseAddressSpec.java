package org.sockspec.specs.bind;

import org.sockspec.api.Address;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Network;
import org.sockspec.harness.Socket;

class ReuseAddressSpec {

    @Clause({"bind.reuseaddr.time-wait-without", "bind.reuseaddr.time-wait-without-refused"})
    void mayBeNeededForThePortInTimeWait(Host client, Host server) {
        server.socket().bind(addressInTimeWait(client, server.boundSocket())).isAccepted();
    }

    @Clause("bind.reuseaddr.time-wait-with")
    void servesThePortInTimeWaitAgain(Host client, Host server) {
        var address = addressInTimeWait(client, server.listener());
        var socket = server.socket().reusingAddress();

        socket.bind(address).isAccepted();

        socket.listen(1).succeeds();
        client.connectTo(socket);
    }

    @Clause("bind.reuseaddr.only-second")
    void mayNeedTheOptionOnTheOldSocketToo(Host client, Host server) {
        var address = addressInTimeWait(client, server.boundSocket());

        server.socket().reusingAddress().bind(address).isAccepted();
    }

    @Clause("bind.reuseaddr.live-connections")
    void servesThePortBesideOldConnections(Host client, Host server) {
        var listener = server.listener();
        var old = client.connectTo(listener);
        listener.close().succeeds();
        var socket = server.socket().reusingAddress();

        socket.bind(listener.address()).isAccepted();

        socket.listen(1).succeeds();
        client.connectTo(socket);
        old.client().send("x").returns(1);
        old.server().recv(16).receives("x");
    }

    @Clause("bind.reuseaddr.active-listener")
    void mayShareThePortOfAListener(Host server) {
        var listener = server.listener();

        server.socket().reusingAddress().bind(listener.address()).isAccepted();
    }

    @Clause({"bind.reuseaddr.both-not-listening", "bind.reuseaddr.udp"})
    void mayShareAnAddressOnWhichNobodyListens(Network net, Host server) {
        var address = net.freeAddress();
        server.socket().reusingAddress().bind(address).succeeds();

        server.socket().reusingAddress().bind(address).isAccepted();
    }

    @Clause("bind.close-then-rebind")
    void isNotNeededAfterAListenerWithoutConnections(Host server) {
        var listener = server.boundSocket();
        listener.listen(1).succeeds();

        listener.close().succeeds();

        server.socket().bind(listener.address()).isAccepted();
    }

    @Clause("bind.client-closed-first")
    void isNotNeededWhenTheClientClosedFirst(Host client, Host server) {
        var listener = server.boundSocket();
        listener.listen(1).succeeds();
        var connection = client.connectTo(listener);

        connection.client().close().succeeds();
        connection.server().recv(1).receivesEndOfFile();
        connection.server().close().succeeds();
        listener.close().succeeds();

        server.socket().bind(listener.address()).isAccepted();
    }

    /** Has the server close a connection first, and then its listener. */
    private static Address addressInTimeWait(Host client, Socket listener) {
        listener.listen(1).succeeds();
        client.leaveConnectionsInTimeWaitAt(listener);
        listener.close().succeeds();
        return listener.address();
    }
}
