package org.sockspec.specs.bind;

import static org.sockspec.api.Shutdown.SHUT_RDWR;
import static org.sockspec.api.SocketOption.SO_LINGER;
import static org.sockspec.harness.SocketState.SHUT_DOWN;

import org.sockspec.api.OptionValue;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Network;

class BoundAgainSpec {

    @Clause("bind.rebind")
    void toAnotherAddressIsRefused(Network net, Host host) {
        var socket = host.boundSocket();
        var first = socket.address();

        socket.bind(net.freeAddress()).isAccepted();

        socket.name().storesAddress(first);
    }

    @Clause("bind.rebind.same-address")
    void toItsOwnAddressIsRefused(Host host) {
        var socket = host.boundSocket();

        socket.bind(socket.address()).isAccepted();
    }

    @Clause("bind.rebind.after-autobind")
    void afterConnectIsRefused(Network net, Host client, Host server) {
        var socket = client.socket();
        socket.connect(server.boundSocket()).succeeds();

        socket.bind(net.freeAddress()).isAccepted();
    }

    @Clause("bind.rebind.after-sendto")
    void afterTheFirstSendMayBeRefused(Network net, Host client, Host server) {
        var socket = client.socket();
        socket.sendTo(server.boundSocket().address(), "x").returns(1);

        socket.bind(net.freeAddress()).isAccepted();
    }

    @Clause("bind.rebind.connected")
    void whileConnectedIsRefused(Network net, Host client, Host server) {
        var connection = client.connectWith(server);

        connection.client().bind(net.freeAddress()).isAccepted();
        connection.server().bind(net.freeAddress()).isAccepted();

        connection.client().send("x").returns(1);
        connection.server().recv(16).receives("x");
    }

    @Clause("bind.rebind.connected-unix")
    void whileConnectedMayGiveALocalSocketItsName(Network net, Host client, Host server) {
        client.connectWith(server).client().bind(net.freeAddress()).isAccepted();
    }

    @Clause({"bind.rebind.shut-down", "bind.rebind.shut-down-unix"})
    void afterShutdownIsRefused(Network net, Host client, Host server) {
        SHUT_DOWN.reach(client, server).bind(net.freeAddress()).isAccepted();
    }

    @Clause("bind.rebind.shut-down-closed")
    void afterShutdownIsRefusedWhenThePeerHasClosedToo(Network net, Host client, Host server) {
        var connection = client.connectTo(server.listener());
        connection.client().shutdown(SHUT_RDWR).succeeds();
        connection.server().recv(1).receivesEndOfFile();
        connection.server().set(SO_LINGER, new OptionValue.Linger(true, 5)).succeeds();
        connection.server().close().succeeds();

        connection.client().bind(net.freeAddress()).isAccepted();
    }

    @Clause("bind.rebind.shut-down-listener")
    void afterShutdownOfAListenerIsRefused(Network net, Host server) {
        var listener = server.listener();
        listener.shutdown(SHUT_RDWR).succeeds();

        listener.bind(net.freeAddress()).isAccepted();
    }

    @Clause("bind.rebind.shut-down-listener-port-zero")
    void afterShutdownOfAListenerOnAnyPortIsRefused(Network net, Host server) {
        var listener = server.listener(net.anyPort());
        listener.shutdown(SHUT_RDWR).succeeds();

        listener.bind(net.freeAddress()).isAccepted();
    }

    @Clause("bind.failed-leaves-unbound")
    void mayBePossibleAfterAFailure(Network net, Host host) {
        var socket = host.socket();
        socket.bind(host.boundSocket().address()).fails();

        var free = net.freeAddress();
        if (!socket.bind(free).isAccepted().hasFailed()) {
            socket.name().storesAddress(free);
        }
    }
}
