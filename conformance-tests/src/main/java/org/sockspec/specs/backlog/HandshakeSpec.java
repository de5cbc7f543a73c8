package org.sockspec.specs.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.api.Errno.EAGAIN;
import static org.sockspec.api.Errno.ECONNRESET;
import static org.sockspec.api.Errno.EWOULDBLOCK;
import static org.sockspec.api.PollEvent.POLLIN;
import static org.sockspec.api.PollEvent.POLLOUT;
import static org.sockspec.api.SocketOption.SO_ERROR;

import java.util.stream.Stream;
import org.sockspec.api.Bytes;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Link;
import org.sockspec.harness.Observation;
import org.sockspec.harness.Socket;

class HandshakeSpec {

    @Clause("backlog.fifo.completion-not-start")
    void mayTakeItsPlaceWhenItIsComplete(Link link, Host client, Host server, Observation seen) {
        var listener = server.listener();
        var first = client.boundSocket().nonBlocking();
        link.loses(first, listener);
        first.connect(listener).startsOrSucceeds();

        var second = client.socket();
        second.connect(listener).succeeds();
        second.send("second").succeeds();
        link.heals();
        first.poll(POLLOUT).reports(POLLOUT);
        first.send("first").succeeds();

        var names = Stream.generate(() -> listener.accept().socket().recv(16).data())
                .limit(2)
                .toList();
        assertThat(names).containsExactlyInAnyOrder(Bytes.of("first"), Bytes.of("second"));
        seen.is(names.get(0).equals(Bytes.of("second")) ? "in-order" : "order-of-start");
    }

    @Clause("backlog.incomplete-not-reported")
    void isNotAcceptedBefore(Link link, Host client, Host server) {
        var listener = server.listener().nonBlocking();
        var socket = client.boundSocket();
        link.losesAllButSyn(socket, listener);
        socket.connect(listener).succeeds();
        client.connectTo(server.listener());

        listener.pollNow(POLLIN).reportsNothing();
        listener.accept().failsWith(EAGAIN, EWOULDBLOCK);

        link.heals();
        listener.poll(POLLIN).reports(POLLIN);
        listener.accept().socket();
    }

    @Clause("backlog.client-sees-connected-server-does-not")
    void mayEndWhenThereIsRoomAgain(Link link, Host client, Host server, Observation seen) {
        var listener = server.boundSocket();
        var socket = overtakenAtTheLastPlace(link, client, listener);
        socket.send("late").succeeds();
        listener.accept().socket();

        if (listener.poll(POLLIN).value() > 0) {
            listener.accept().socket().recv(16).receives("late");
            seen.is("completes");
        } else {
            socket.recv(1).failsWith(ECONNRESET);
            seen.is("reset-seen");
        }
    }

    @Clause("backlog.linux-abort-on-overflow")
    void endsInAResetWhereTheListenersHostAborts(Link link, Host client, Host server) {
        var socket = overtakenAtTheLastPlace(link, server, client.boundSocket());

        socket.poll(POLLIN).reportsSomething();

        socket.get(SO_ERROR).isAccepted();
    }

    /** Connects a client whose last segment of the handshake arrives only after another client took the last place. */
    private static Socket overtakenAtTheLastPlace(Link link, Host client, Socket listener) {
        listener.listen(0).succeeds();
        var socket = client.boundSocket();
        link.losesAllButSyn(socket, listener);
        socket.connect(listener).succeeds();
        client.socket().connect(listener).succeeds();
        link.heals();
        return socket;
    }
}
