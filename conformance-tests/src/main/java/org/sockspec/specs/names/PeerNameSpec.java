package org.sockspec.specs.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.sockspec.api.Address;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Connection;
import org.sockspec.harness.Host;

class PeerNameSpec {

    @Clause("names.peer.connected")
    void isTheAddressOfTheOtherEnd(Host client, Host server) {
        var listener = server.listener();
        var connecting = client.boundSocket();
        connecting.connect(listener).succeeds();
        var accepted = listener.accept().socket();

        connecting.peerName().storesAddress(listener.address());
        accepted.peerName().storesAddress(connecting.address());
    }

    @Clause("names.peer.dgram")
    void ofADatagramSocketIsTheAddressGivenToConnect(Host client, Host server) {
        var peer = server.boundSocket();
        var socket = client.boundSocket();
        socket.connect(peer).succeeds();

        socket.peerName().storesAddress(peer.address());
    }

    @Clause("names.peer.dgram-reset")
    void isGoneOnceTheConnectionOfADatagramSocketIsDissolved(Host client, Host server) {
        var socket = client.socket();
        socket.connect(server.boundSocket()).succeeds();
        socket.peerName().succeeds();

        socket.connect(new Address.Unspec()).succeeds();

        socket.peerName().isAccepted();
    }

    @Clause("names.peer.unix-unbound")
    void canBeAskedForWhenThePeerHasNone(Host client, Host server) {
        client.connectWith(server).server().peerName().isAccepted();
    }

    @Clause("names.peer.listener-closed")
    void staysWhenTheListenerIsClosed(Host client, Host server) {
        var listener = server.listener();
        var socket = client.boundSocket();
        socket.connect(listener).succeeds();
        var connection = new Connection(socket, listener.accept().socket());
        var before = names(connection);

        listener.close().succeeds();

        assertThat(names(connection)).isEqualTo(before);
    }

    private static List<Address> names(Connection connection) {
        return Stream.of(connection.client(), connection.server())
                .flatMap(end -> Stream.of(end.name(), end.peerName()))
                .map(call -> call.address())
                .toList();
    }
}
