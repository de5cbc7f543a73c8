package org.sockspec.specs.nonblockingconnect;

import static org.sockspec.api.Errno.EAGAIN;
import static org.sockspec.api.Errno.EISCONN;
import static org.sockspec.api.Errno.EWOULDBLOCK;
import static org.sockspec.api.PollEvent.POLLIN;
import static org.sockspec.api.PollEvent.POLLOUT;
import static org.sockspec.api.SocketOption.SO_ERROR;
import static org.sockspec.api.SocketOption.SO_LINGER;

import org.sockspec.api.OptionValue;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Socket;

class SuccessSpec {
    @Clause("nonblocking-connect.success.poll")
    void pollReportsWritableAndNothingElse(Host client, Host server) {
        var socket = client.socket().nonBlocking();
        socket.connect(server.listener()).startsOrSucceeds();

        socket.poll(POLLIN, POLLOUT).reports(POLLOUT);
    }

    @Clause("nonblocking-connect.success.select")
    void selectReportsWritableAndNothingElse(Host client, Host server) {
        var socket = client.socket().nonBlocking();
        socket.connect(server.listener()).startsOrSucceeds();

        socket.select().marksOnlyWritable();
    }

    @Clause("nonblocking-connect.success.so-error")
    void leavesNoError(Host client, Host server) {
        connected(client, server.listener()).get(SO_ERROR).isAccepted();

        var refused = client.socket().nonBlocking();
        refused.connect(server.boundSocket()).isRefusedLater();
        refused.poll(POLLOUT).reportsSomething();
        refused.get(SO_ERROR).hasValue("ECONNREFUSED");
    }

    @Clause("nonblocking-connect.success.getpeername")
    void givesThePeer(Host client, Host server) {
        var listener = server.listener();

        connected(client, listener).peerName().storesAddress(listener.address());
    }

    @Clause("nonblocking-connect.success.usable")
    void carriesData(Host client, Host server) {
        var listener = server.listener();
        var socket = connected(client, listener);
        var accepted = listener.accept().socket();

        socket.recv(16).failsWith(EAGAIN, EWOULDBLOCK);
        socket.send("question").succeeds();
        accepted.recv(16).receives("question");
        accepted.send("answer").succeeds();
        socket.poll(POLLIN).reports(POLLIN);
        socket.recv(16).receives("answer");
    }

    @Clause("nonblocking-connect.success.second-connect")
    void refusesAnotherConnect(Host client, Host server) {
        var listener = server.listener();
        var socket = connected(client, listener);

        socket.connect(listener).isAccepted();
        socket.connect(listener).failsWith(EISCONN);
    }

    @Clause("nonblocking-connect.success.data-already-there")
    void isToldWithTheDataThatIsAlreadyThere(Host client, Host server) {
        var listener = server.listener();
        var socket = client.socket().nonBlocking();
        socket.connect(listener).startsOrSucceeds();
        var accepted = listener.accept().socket();
        accepted.send("hello").succeeds();
        accepted.close().succeeds();

        socket.poll(POLLIN).reports(POLLIN);
        socket.pollNow(POLLIN, POLLOUT).reports(POLLIN, POLLOUT);
        socket.get(SO_ERROR).hasValue("0");
        socket.recv(16).receives("hello");
        socket.poll(POLLIN).reports(POLLIN);
        socket.recv(16).receivesEndOfFile();
    }

    @Clause("nonblocking-connect.success.then-reset")
    void doesNotHideAResetThatFollows(Host client, Host server) {
        var listener = server.listener();
        var socket = client.socket().nonBlocking();
        socket.connect(listener).startsOrSucceeds();
        var accepted = listener.accept().socket();
        accepted.set(SO_LINGER, new OptionValue.Linger(true, 0)).succeeds();

        accepted.close().succeeds();

        socket.poll(POLLIN).reportsSomething();
        socket.get(SO_ERROR).isAccepted();
    }

    private static Socket connected(Host client, Socket listener) {
        var socket = client.socket().nonBlocking();
        socket.connect(listener).startsOrSucceeds();
        socket.poll(POLLOUT).reports(POLLOUT);
        return socket;
    }
}
