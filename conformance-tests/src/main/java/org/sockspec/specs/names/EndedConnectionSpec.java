package org.sockspec.specs.names;

import static org.sockspec.api.Shutdown.SHUT_WR;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class EndedConnectionSpec {

    @Clause("names.local.survives-peer-close")
    void keepsTheLocalName(Host client, Host server) {
        var closed = client.connectWith(server);
        var name = closed.client().name().address();
        closed.server().close().succeeds();
        closed.client().recv(1).receivesEndOfFile();
        closed.client().name().storesAddress(name);

        var reset = client.connectWith(server);
        var nameBefore = reset.client().name().address();
        reset.client().send("unread").returns(6);
        reset.resetByServer();
        reset.client().name().storesAddress(nameBefore);
    }

    @Clause("names.peer.after-peer-close")
    void keepsThePeerNameUntilThisEndClosesToo(Host client, Host server) {
        var connection = client.connectWith(server);
        connection.server().close().succeeds();
        connection.client().recv(1).receivesEndOfFile();

        connection.client().peerName().isAccepted();
    }

    @Clause("names.peer.after-both-closed")
    void losesThePeerNameWhenBothEndsAreClosed(Host client, Host server) {
        var connection = client.connectWith(server);
        connection.client().shutdown(SHUT_WR).succeeds();
        connection.server().recv(1).receivesEndOfFile();
        connection.server().close().succeeds();
        connection.client().recv(1).receivesEndOfFile();

        connection.client().peerName().isAccepted();
    }
}
