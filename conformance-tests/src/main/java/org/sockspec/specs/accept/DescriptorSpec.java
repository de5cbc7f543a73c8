package org.sockspec.specs.accept;

import static org.sockspec.api.Domain.AF_UNIX;
import static org.sockspec.api.Errno.EINPROGRESS;
import static org.sockspec.api.SocketOption.SO_ACCEPTCONN;
import static org.sockspec.harness.SocketState.BOUND;
import static org.sockspec.harness.SocketState.CONNECTED;
import static org.sockspec.harness.SocketState.FRESH;

import org.sockspec.api.Domain;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class DescriptorSpec {
    @Clause("accept.error.ebadf")
    void mustBeOpen(Host host) {
        var socket = host.socket();

        socket.as(-1).accept().isAccepted();
        socket.as(Integer.MAX_VALUE).accept().isAccepted();
    }

    @Clause("accept.error.enotsock")
    void mustBeASocket(Host host) {
        for (var end : host.pipe()) {
            end.accept().isAccepted();
        }
    }

    @Clause("accept.error.eopnotsupp")
    void mustHaveConnections(Host host) {
        host.socket().accept().isAccepted();
        host.boundSocket().accept().isAccepted();
    }

    @Clause("accept.error.not-listening")
    void mustListen(Domain domain, Host client, Host server) {
        FRESH.reach(client, server).accept().isAccepted();
        BOUND.reach(client, server).accept().isAccepted();
        CONNECTED.reach(client, server).accept().isAccepted();
        if (domain == AF_UNIX) {
            client.socketpair().client().accept().isAccepted();
        }
    }

    @Clause("accept.error.connecting")
    void mustNotBeConnecting(Host client, Host server) {
        var socket = client.socket().nonBlocking();
        socket.connect(server.listenerWithFullQueue()).failsWith(EINPROGRESS);

        socket.accept().isAccepted();
    }

    @Clause("accept.returns.not-listening")
    void mustNotBeOneThatWasAccepted(Host client, Host server) {
        var accepted = client.connectTo(server.listener()).server().nonBlocking();

        accepted.get(SO_ACCEPTCONN).hasValue(0);
        accepted.accept().isAccepted();
    }

    @Clause("accept.dup")
    void mayBeADuplicate(Host client, Host server) {
        var listener = server.listener();
        var duplicate = listener.dup().socket();
        listener.close().succeeds();
        var socket = client.socket();
        socket.connect(listener).succeeds();

        var accepted = duplicate.accept().socket();

        socket.send("hello").succeeds();
        accepted.recv(16).receives("hello");
    }
}
