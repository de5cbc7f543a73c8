package org.sockspec.specs.nonblockingconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.api.Errno.EALREADY;
import static org.sockspec.api.Errno.EINPROGRESS;
import static org.sockspec.api.PollEvent.POLLIN;
import static org.sockspec.api.PollEvent.POLLOUT;
import static org.sockspec.api.PollEvent.POLLPRI;
import static org.sockspec.api.SocketOption.SO_ERROR;

import java.util.ArrayList;
import java.util.List;
import org.sockspec.api.Address;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Socket;

class PendingSpec {
    @Clause("nonblocking-connect.pending.not-writable")
    void isNotReady(Host client, Host server) {
        var listener = server.listenerWithFullQueue();
        var socket = pending(client, listener);

        client.connectTo(server.listener());
        socket.pollNow(POLLIN, POLLOUT, POLLPRI).reportsNothing();
        socket.selectNow().reportsNothing();

        listener.accept().succeeds();
        socket.poll(POLLOUT).reports(POLLOUT);
        socket.selectNow().marksOnlyWritable();
    }

    @Clause("nonblocking-connect.pending.so-error")
    void hasNoError(Host client, Host server) {
        pending(client, server.listenerWithFullQueue()).get(SO_ERROR).isAccepted();
    }

    @Clause("nonblocking-connect.pending.getpeername")
    void hasNoPeerYet(Host client, Host server) {
        var listener = server.listenerWithFullQueue();
        var socket = pending(client, listener);

        socket.peerName().isAccepted();

        listener.accept().succeeds();
        socket.poll(POLLOUT).reports(POLLOUT);
        socket.peerName().storesAddress(listener.address());
    }

    @Clause("nonblocking-connect.pending.ealready")
    void refusesASecondConnect(Host client, Host server) {
        var listener = server.listenerWithFullQueue();
        var socket = pending(client, listener);

        socket.connect(listener).isAccepted();
        socket.connect(server.listener()).isAccepted();
    }

    @Clause("nonblocking-connect.pending.ealready-repeatable")
    void isNotDisturbedByASecondConnect(Host client, Host server) {
        var listener = server.listenerWithFullQueue();
        var socket = pending(client, listener);

        socket.connect(listener).failsWith(EALREADY);
        socket.connect(listener).failsWith(EALREADY);

        listener.accept().succeeds();
        socket.poll(POLLOUT).reports(POLLOUT);
        socket.get(SO_ERROR).hasValue("0");
    }

    @Clause("nonblocking-connect.pending.getsockname")
    void hasItsNameAlready(Host client, Host server) {
        var listener = server.listenerWithFullQueue();
        var socket = pending(client, listener);

        var name = (Address.WithPort) socket.name().address();

        assertThat(name.port()).isNotZero();
        listener.accept().succeeds();
        socket.poll(POLLOUT).reports(POLLOUT);
        socket.name().storesAddress(name);
    }

    @Clause("nonblocking-connect.pending.blocking-second-call")
    void refusesASecondConnectThatMayBlock(Host client, Host server) {
        var listener = server.listenerWithFullQueue();
        var socket = pending(client, listener);
        socket.setFlags().succeeds();

        var again = socket.connect(listener);

        listener.accept().succeeds();
        again.isAccepted();
    }

    @Clause("nonblocking-connect.pending.close")
    void endsWithTheSocket(Host client, Host server) {
        var listener = server.listenerWithFullQueue();
        var closed = pendingWithName(client, listener);
        var goesOn = pendingWithName(client, listener);
        var later = client.boundSocket();

        closed.close().isAccepted();

        assertThat(callersUpTo(goesOn, listener)).doesNotContain(closed.address());
        later.connect(listener).succeeds();
        assertThat(callersUpTo(later, listener)).doesNotContain(closed.address());
    }

    @Clause("nonblocking-connect.pending.unspec")
    void doesNotEndWithUnspec(Host client, Host server) {
        pending(client, server.listenerWithFullQueue())
                .connect(new Address.Unspec())
                .isAccepted();
    }

    private static List<Address> callersUpTo(Socket last, Socket listener) {
        var callers = new ArrayList<Address>();
        do {
            callers.add(listener.accept().address());
        } while (!callers.contains(last.address()));
        return callers;
    }

    private static Socket pendingWithName(Host client, Socket listener) {
        var socket = client.boundSocket().nonBlocking();
        socket.connect(listener).failsWith(EINPROGRESS);
        return socket;
    }

    private static Socket pending(Host client, Socket listener) {
        var socket = client.socket().nonBlocking();
        socket.connect(listener).failsWith(EINPROGRESS);
        return socket;
    }
}
