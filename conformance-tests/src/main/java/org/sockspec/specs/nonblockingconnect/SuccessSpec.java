package org.sockspec.specs.nonblockingconnect;

import static org.sockspec.api.Errno.EAGAIN;
import static org.sockspec.api.Errno.EISCONN;
import static org.sockspec.api.Errno.EWOULDBLOCK;
import static org.sockspec.api.PollEvent.POLLIN;
import static org.sockspec.api.PollEvent.POLLOUT;
import static org.sockspec.api.SocketOption.SO_ERROR;

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

    private static Socket connected(Host client, Socket listener) {
        var socket = client.socket().nonBlocking();
        socket.connect(listener).startsOrSucceeds();
        socket.poll(POLLOUT).reports(POLLOUT);
        return socket;
    }
}
