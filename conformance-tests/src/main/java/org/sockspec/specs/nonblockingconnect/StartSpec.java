package org.sockspec.specs.nonblockingconnect;

import static org.sockspec.api.PollEvent.POLLOUT;
import static org.sockspec.api.SocketOption.SO_ERROR;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Link;

class StartSpec {

    @Clause("nonblocking-connect.start")
    void isInProgressOrDone(Host client, Host server) {
        var socket = client.socket().nonBlocking();

        socket.connect(server.listener()).isAccepted();

        socket.poll(POLLOUT).reports(POLLOUT);
        socket.get(SO_ERROR).hasValue("0");
    }

    @Clause("nonblocking-connect.start.returns")
    void doesNotWaitForThePeer(Host client, Host server) {
        var listener = server.listenerWithFullQueue();
        var socket = client.socket().nonBlocking();

        socket.connect(listener).startsOrSucceeds();

        listener.accept().succeeds();
        socket.poll(POLLOUT).reports(POLLOUT);
    }

    @Clause("nonblocking-connect.start.immediate-failure")
    void reportsAtOnceThatThereIsNoRoute(Link link, Host client) {
        var socket = client.socket().nonBlocking();

        socket.connect(link.addressWithoutRoute()).isAccepted();

        socket.get(SO_ERROR).hasValue("0");
    }
}
