package org.sockspec.specs.nonblockingconnect;

import static org.sockspec.api.PollEvent.POLLOUT;
import static org.sockspec.api.SocketFlag.SOCK_NONBLOCK;
import static org.sockspec.api.SocketOption.SO_ERROR;

import org.sockspec.api.Domain;
import org.sockspec.api.Protocol;
import org.sockspec.api.SocketType;
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

    @Clause("nonblocking-connect.start.flag-sources")
    void dependsOnTheModeHoweverItWasSet(Domain domain, SocketType type, Host client, Host server) {
        var listener = server.listenerWithFullQueue();
        var created = client.createSocket(domain, type, Protocol.DEFAULT, SOCK_NONBLOCK);
        var duplicated = client.socket();
        duplicated.dup().socket().nonBlocking();

        client.socket().nonBlocking().connect(listener).isAccepted();
        created.socket().connect(listener).isAccepted();
        duplicated.connect(listener).isAccepted();
    }

    @Clause({"nonblocking-connect.start.unix-immediate", "nonblocking-connect.dgram-immediate"})
    void isDoneAtOnce(Host client, Host server) {
        var socket = client.socket().nonBlocking();

        socket.connect(server.target()).isAccepted();

        socket.poll(POLLOUT).reports(POLLOUT);
        socket.get(SO_ERROR).hasValue("0");
    }
}
