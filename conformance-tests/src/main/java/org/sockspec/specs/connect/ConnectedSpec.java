package org.sockspec.specs.connect;

import static org.sockspec.api.Domain.AF_UNIX;
import static org.sockspec.harness.SocketState.SHUT_DOWN;

import java.util.List;
import org.sockspec.api.Address;
import org.sockspec.api.Domain;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class ConnectedSpec {
    @Clause("connect.eisconn")
    void cannotBeConnectedAgain(Host client, Host server) {
        var listener = server.listener();
        var other = server.listener();
        var connection = client.connectTo(listener);

        for (var end : List.of(connection.client(), connection.server())) {
            end.connect(listener).isAccepted();
            end.connect(other).isAccepted();
        }
    }

    @Clause("connect.eisconn.keeps-connection")
    void isNotEndedByAnotherConnect(Domain domain, Host client, Host server) {
        var listener = server.listener();
        var other = server.listener();
        var connection = client.connectTo(listener);

        for (var end : List.of(connection.client(), connection.server())) {
            end.connect(listener).returns();
            end.connect(other).returns();
        }
        if (domain == AF_UNIX) {
            connection.client().connect(new Address.Unspec()).returns();
        }

        connection.client().send("x").succeeds();
        connection.server().recv(16).receives("x");
    }

    @Clause("connect.eisconn.after-close-by-peer")
    void cannotBeConnectedAgainAfterItsEnd(Host client, Host server) {
        var listener = server.listener();
        var ended = client.connectTo(listener);
        ended.server().close().succeeds();
        ended.client().recv(1).receivesEndOfFile();

        ended.client().connect(listener).isAccepted();
        SHUT_DOWN.reach(client, server).connect(listener).isAccepted();
    }

    @Clause("connect.error.listening")
    void mayFailOnAListener(Host client, Host server) {
        var listener = server.listener();

        listener.connect(client.listener()).isAccepted();
    }
}
