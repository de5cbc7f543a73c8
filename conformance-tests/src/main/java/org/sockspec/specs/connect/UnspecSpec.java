package org.sockspec.specs.connect;

import static org.sockspec.api.Errno.ENOTCONN;
import static org.sockspec.api.SocketOption.SO_ACCEPTCONN;

import java.util.List;
import org.sockspec.api.Address;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Network;
import org.sockspec.harness.Observation;
import org.sockspec.harness.Socket;

class UnspecSpec {
    private static final Address UNSPEC = new Address.Unspec();

    @Clause("connect.dgram.unspec")
    void leavesADatagramSocketWithoutPeer(Host client, Host server) {
        var socket = client.boundSocket();
        socket.connect(server.boundSocket()).succeeds();
        socket.send("x").succeeds();

        socket.connect(UNSPEC).succeeds();

        socket.peerName().failsWith(ENOTCONN);
        socket.send("x").isAccepted();
    }

    @Clause("connect.dgram.unspec.hears-all")
    void letsADatagramSocketHearAll(Host client, Host server) {
        var socket = server.boundSocket();
        socket.connect(client.boundSocket()).succeeds();

        socket.connect(UNSPEC).succeeds();

        for (var name : List.of("one", "another")) {
            client.boundSocket().sendTo(socket.address(), name).succeeds();
            socket.recv(16).receives(name);
        }
    }

    @Clause("connect.dgram.unspec.keeps-name")
    void leavesADatagramSocketItsName(Host client, Host server) {
        var socket = client.boundSocket();

        var afterwards = dissolved(socket, server.boundSocket());

        afterwards.name().storesAddress(socket.address());
    }

    @Clause("connect.dgram.unspec.keeps-name.port-zero")
    void mayTakeAnAssignedPortAway(Network net, Host client, Host server, Observation seen) {
        var socket = client.boundSocket(net.anyPort());
        var assigned = socket.address();

        var afterwards = dissolved(socket, server.boundSocket());

        seen.is(afterwards.name().address().equals(assigned) ? "kept" : "lost");
    }

    @Clause("connect.unspec.stream")
    void isNoWayToEndAConnection(Host client, Host server) {
        client.connectTo(server.listener()).client().connect(UNSPEC).isAccepted();
    }

    @Clause("connect.unspec.unix-stream")
    void isNoWayToEndALocalConnection(Host client, Host server) {
        var connection = client.connectTo(server.listener());

        connection.client().connect(UNSPEC).isAccepted();
    }

    @Clause("connect.unspec.listener")
    void endsListening(Host server) {
        var listener = server.listener();

        listener.connect(UNSPEC).isAccepted();

        listener.get(SO_ACCEPTCONN).hasValue(0);
    }

    private static Socket dissolved(Socket socket, Socket peer) {
        socket.connect(peer).succeeds();
        socket.connect(UNSPEC).succeeds();
        return socket;
    }
}
