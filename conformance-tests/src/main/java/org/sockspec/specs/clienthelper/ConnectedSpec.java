package org.sockspec.specs.clienthelper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.api.Errno.EAGAIN;
import static org.sockspec.api.Errno.EWOULDBLOCK;
import static org.sockspec.api.SocketOption.SO_DOMAIN;
import static org.sockspec.api.SocketOption.SO_TYPE;

import org.sockspec.api.Domain;
import org.sockspec.api.SocketType;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Socket;

class ConnectedSpec {

    @Clause("client-helper.immediate")
    void onTheFirstTryWithoutAWait(Host client, Host server) {
        var attempt = client.connectWithRetry(server.listener().address());

        attempt.run().succeeds();

        assertThat(attempt.sockets()).hasSize(1);
        assertThat(attempt.tries()).isEqualTo(1);
        assertThat(attempt.waits()).isEmpty();
    }

    @Clause("client-helper.returns-connected")
    void toTheAddressThatWasGiven(Host client, Host server, SocketType type) {
        var target = target(server, type);

        var socket = client.connectWithRetry(target.address()).run().socket();

        socket.peerName().storesAddress(target.address());
        socket.send("x").succeeds();
        var receiver = type.isConnectionMode() ? target.accept().socket() : target;
        receiver.recv(16).receives("x");
    }

    @Clause("client-helper.types")
    void inTheDomainAndOfTheTypeThatWereGiven(Host client, Host server, Domain domain, SocketType type) {
        var target = target(server, type);

        var socket = client.connectWithRetry(target.address()).run().socket();

        socket.get(SO_DOMAIN).hasValue(domain.name());
        socket.get(SO_TYPE).hasValue(type.name());
        socket.peerName().storesAddress(target.address());
    }

    @Clause("client-helper.no-queue-left-behind")
    void asOftenAsTheServerAccepts(Host client, Host server) {
        var listener = server.listener();

        client.connectWithRetry(listener.address()).run().succeeds();
        client.connectWithRetry(listener.address()).run().succeeds();

        listener.accept().succeeds();
        listener.accept().succeeds();
        listener.nonBlocking().accept().failsWith(EAGAIN, EWOULDBLOCK);
    }

    private static Socket target(Host server, SocketType type) {
        return type.isConnectionMode() ? server.listener() : server.boundSocket();
    }
}
