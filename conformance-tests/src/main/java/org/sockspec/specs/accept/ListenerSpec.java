package org.sockspec.specs.accept;

import static org.sockspec.api.SocketOption.SO_ACCEPTCONN;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class ListenerSpec {

    @Clause("accept.listener.unaffected")
    void goesOnListening(Host client, Host server) {
        var listener = server.listener();

        client.connectTo(listener);

        listener.name().storesAddress(listener.address());
        listener.get(SO_ACCEPTCONN).hasValue(1);
        client.connectTo(listener);
    }

    @Clause("accept.listener.not-connected")
    void isNotPartOfTheConnection(Host client, Host server) {
        var listener = server.listener();

        var accepted = client.connectTo(listener).server();

        listener.peerName().isAccepted();
        accepted.peerName().succeeds();
    }
}
