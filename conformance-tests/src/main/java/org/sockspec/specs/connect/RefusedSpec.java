package org.sockspec.specs.connect;

import org.sockspec.api.Address;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Directory;
import org.sockspec.harness.Host;
import org.sockspec.harness.Link;
import org.sockspec.harness.Network;

class RefusedSpec {
    @Clause("connect.refused.no-listener")
    void whenNobodyListens(Network net, Host client) {
        client.socket().connect(net.freeAddress()).isAccepted();
    }

    @Clause("connect.refused.bound-not-listening")
    void whenTheSocketDoesNotListen(Host client, Host server) {
        client.socket().connect(server.boundSocket()).isAccepted();
    }

    @Clause("connect.refused.unix-stale")
    void whenTheSocketIsClosed(Host client, Host server) {
        var target = server.target();
        client.socket().connect(target).succeeds();

        target.close().succeeds();

        client.socket().connect(target).isAccepted();
    }

    @Clause("connect.refused.unix-not-socket")
    void whenTheFileIsNoSocket(Directory directory, Host client) {
        client.socket().connect(directory.regularFile()).isAccepted();
        client.socket().connect(directory.path()).isAccepted();
    }

    @Clause("connect.refused.port-zero")
    void whenThePortIsZero(Host client, Host server) {
        var address = (Address.WithPort) server.listener().address();

        client.socket().connect(address.withPort(0)).isAccepted();
    }

    @Clause("connect.error.econnreset")
    void whenTheAnswerIsAReset(Link link, Host client, Host server) {
        var listener = server.listener();
        link.rejectsWhatGoesTo(listener, "tcp reset");

        client.socket().connect(listener).isAccepted();
    }
}
