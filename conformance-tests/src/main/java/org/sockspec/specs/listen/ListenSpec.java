package org.sockspec.specs.listen;

import static org.sockspec.api.Errno.ECONNREFUSED;
import static org.sockspec.api.SocketOption.SO_ACCEPTCONN;

import java.util.List;
import org.sockspec.api.Address;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Network;
import org.sockspec.harness.Observation;

class ListenSpec {

    @Clause("listen.success")
    void succeedsOnABoundSocket(Host client, Host server) {
        var socket = server.boundSocket();

        socket.listen(16).isAccepted();

        client.connectTo(socket);
    }

    @Clause("listen.enables-connect")
    void letsClientsConnect(Host client, Host server) {
        var socket = server.boundSocket();

        client.socket().connect(socket).failsWith(ECONNREFUSED);
        socket.listen(16).succeeds();
        client.socket().connect(socket).succeeds();
    }

    @Clause("listen.acceptconn")
    void isToldBySoAcceptconn(Host server, Observation seen) {
        var socket = server.boundSocket();

        socket.get(SO_ACCEPTCONN).hasValue(0);
        socket.listen(16).succeeds();
        socket.get(SO_ACCEPTCONN).isOn();
        seen.is("set");
    }

    @Clause("listen.returns-at-once")
    void returnsBeforeThereIsAnyClient(Host client, Host server) {
        var socket = server.boundSocket();

        socket.listen(16).succeeds();

        client.connectTo(socket);
    }

    @Clause("listen.only-bound-address")
    void letsNobodyConnectToAnotherHost(Network net, Host client, Host server) {
        var listener = server.listener();
        var other = net.onAnotherHost(listener.address());

        client.socket().connect(other).isAccepted();

        client.connectTo(listener);
        client.connectTo(server.listener(other));
    }

    @Clause("listen.port-zero.name")
    void letsClientsConnectToThePortTheSystemChose(Network net, Host client, Host server) {
        var listener = server.listener(((Address.WithPort) net.freeAddress()).withPort(0));

        client.socket().connect(listener).isAccepted();
    }

    @Clause("listen.unbound.inet")
    void mayChooseAnAddress(Network net, Host client, Host server) {
        var socket = server.socket();

        if (!socket.listen(16).isAccepted().hasFailed()) {
            int port = ((Address.WithPort) socket.address()).port();
            var reachable = ((Address.WithPort) net.freeAddress()).withPort(port);
            client.socket().connect(reachable).succeeds();
        }
    }

    @Clause("listen.error.eopnotsupp")
    void isNotForDatagramSockets(Host server) {
        for (var socket : List.of(server.socket(), server.boundSocket())) {
            socket.listen(16).isAccepted();
            socket.get(SO_ACCEPTCONN).hasValue(0);
        }
    }
}
