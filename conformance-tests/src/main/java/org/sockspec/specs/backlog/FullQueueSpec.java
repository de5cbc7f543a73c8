package org.sockspec.specs.backlog;

import static org.sockspec.api.Errno.ENOTCONN;
import static org.sockspec.api.PollEvent.POLLOUT;
import static org.sockspec.api.Signal.SIGUSR1;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Observation;

class FullQueueSpec {

    @Clause({"backlog.full.blocking-connect-waits", "backlog.recovery.blocked-returns"})
    void blockingConnectWaitsForRoom(Host client, Host server) {
        var listener = server.listenerWithFullQueue();

        var connecting = client.socket().connect(listener);
        connecting.staysBlocked();

        listener.accept().succeeds();
        connecting.returns(0);
    }

    @Clause("backlog.full.nonblocking-inet")
    void nonBlockingConnectStaysPending(Host client, Host server) {
        var listener = server.listenerWithFullQueue();
        var socket = client.socket().nonBlocking();

        socket.connect(listener).isAccepted();
        client.connectTo(server.listener());
        socket.pollNow(POLLOUT).reportsNothing();

        listener.accept().succeeds();
        socket.poll(POLLOUT).reports(POLLOUT);
    }

    @Clause("backlog.full.nonblocking-unix")
    void nonBlockingConnectIsNotMade(Host client, Host server) {
        var listener = server.listenerWithFullQueue();

        client.socket().nonBlocking().connect(listener).isAccepted();
    }

    @Clause("backlog.full.etimedout")
    void connectTimesOutInTheEnd(Host client, Host server) {
        var listener = server.listenerWithFullQueue();

        client.socket().connect(listener).isAccepted();
    }

    @Clause("backlog.full.eintr-unix")
    void blockedLocalConnectIsInterrupted(Host client, Host server) {
        client.catches(SIGUSR1);

        var connecting = client.socket().connect(server.listenerWithFullQueue());

        connecting.isInterruptedBy(SIGUSR1).isAccepted();
    }

    @Clause("backlog.full.listener-closed")
    void blockedConnectIsRefusedWhenTheListenerIsClosed(Host client, Host server) {
        var listener = server.listenerWithFullQueue();
        var connecting = client.socket().connect(listener);
        connecting.staysBlocked();

        listener.close().succeeds();

        connecting.isAccepted();
    }

    @Clause("backlog.dead-client-holds-slot")
    void mayHaveRoomOnceAClientIsGone(Host client, Host server, Observation seen) {
        var listener = server.boundSocket();
        listener.listen(1).succeeds();
        var clients = client.fillQueueOf(listener);
        clients.waiting().close().succeeds();
        clients.connected().get(0).close().succeeds();

        var next = client.socket().nonBlocking();
        next.connect(listener).returns();
        client.connectTo(server.listener());

        var peer = next.peerName();
        if (peer.hasFailed()) {
            peer.failsWith(ENOTCONN);
        }
        seen.is(peer.hasFailed() ? "holds-slot" : "frees-slot");
    }

    @Clause("backlog.queues-independent")
    void hindersNoOtherListener(Host client, Host server) {
        server.listenerWithFullQueue();

        client.socket().connect(server.listener()).isAccepted();
    }
}
