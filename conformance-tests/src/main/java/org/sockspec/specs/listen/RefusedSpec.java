package org.sockspec.specs.listen;

import static org.sockspec.api.Shutdown.SHUT_RD;
import static org.sockspec.harness.SocketState.SHUT_DOWN;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Network;

class RefusedSpec {

    @Clause("listen.error.ebadf")
    void onNoDescriptor(Host host) {
        for (var socket : host.neverOpened()) {
            socket.listen(1).isAccepted();
        }
    }

    @Clause("listen.error.enotsock")
    void onAPipe(Host host) {
        for (var end : host.pipe()) {
            end.listen(1).isAccepted();
        }
    }

    @Clause("listen.unbound.unix")
    void onALocalSocketWithoutAName(Host host) {
        host.socket().listen(1).isAccepted();
    }

    @Clause("listen.error.connected")
    void onBothEndsOfAConnection(Host client, Host server) {
        var connection = client.connectWith(server);

        connection.client().listen(1).isAccepted();
        connection.server().listen(1).isAccepted();

        connection.client().send("x").returns(1);
        connection.server().recv(16).receives("x");
    }

    @Clause("listen.error.connecting")
    void whileConnecting(Host client, Host server) {
        var listener = server.boundSocket();
        listener.listen(1).succeeds();

        client.fillQueueOf(listener).waiting().listen(1).isAccepted();
    }

    @Clause("listen.error.socketpair")
    void onOneOfAPair(Host host) {
        var pair = host.socketpair();

        pair.client().listen(1).isAccepted();

        pair.client().send("x").returns(1);
        pair.server().recv(16).receives("x");
    }

    @Clause("listen.error.shut-down")
    void afterShutdownOfAConnection(Host client, Host server) {
        SHUT_DOWN.reach(client, server).listen(1).isAccepted();
    }

    @Clause("listen.after-shutdown-listener")
    void afterShutdownOfAListener(Host server) {
        var listener = server.listener();
        listener.shutdown(SHUT_RD).returns();

        listener.listen(1).isAccepted();
    }

    @Clause("listen.error.address-in-use")
    void whileAnotherListensOnTheAddress(Network net, Host server) {
        var address = net.freeAddress();
        var first = server.socket().reusingAddress();
        first.bind(address).succeeds();
        var second = server.socket().reusingAddress();
        second.bind(address).succeeds();

        first.listen(1).succeeds();
        second.listen(1).isAccepted();
    }
}
