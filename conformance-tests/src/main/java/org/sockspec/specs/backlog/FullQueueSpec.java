package org.sockspec.specs.backlog;

import static org.sockspec.api.PollEvent.POLLOUT;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

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

    @Clause("backlog.queues-independent")
    void hindersNoOtherListener(Host client, Host server) {
        server.listenerWithFullQueue();

        client.socket().connect(server.listener()).isAccepted();
    }
}
