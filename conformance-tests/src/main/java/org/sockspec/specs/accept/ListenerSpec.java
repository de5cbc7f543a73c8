package org.sockspec.specs.accept;

import static org.sockspec.api.PollEvent.POLLIN;
import static org.sockspec.api.Shutdown.SHUT_RD;
import static org.sockspec.api.SocketOption.SO_ACCEPTCONN;
import static org.sockspec.api.SocketOption.SO_LINGER;

import org.sockspec.api.OptionValue;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Directory;
import org.sockspec.harness.Host;
import org.sockspec.harness.Observation;

class ListenerSpec {
    @Clause("accept.listener.unaffected")
    void goesOnListening(Host client, Host server) {
        var listener = server.listener();

        client.connectTo(listener);

        listener.name().storesAddress(listener.address());
        listener.get(SO_ACCEPTCONN).isOn();
        client.connectTo(listener);
    }

    @Clause("accept.listener.not-connected")
    void isNotPartOfTheConnection(Host client, Host server) {
        var listener = server.listener();

        var accepted = client.connectTo(listener).server();

        listener.peerName().isAccepted();
        accepted.peerName().succeeds();
    }

    @Clause("accept.shutdown-then-accept")
    void mayRefuseOnceItIsShutDown(Host server) {
        var listener = server.listener().nonBlocking();

        listener.shutdown(SHUT_RD).returns();

        listener.accept().isAccepted();
    }

    @Clause("accept.unix-listener-path-removed")
    void keepsItsQueueWhenThePathIsRemoved(Directory directory, Host client, Host server) {
        var listener = server.listener();
        var socket = client.socket();
        socket.connect(listener).succeeds();

        directory.unlink(listener.address());

        socket.send("hello").succeeds();
        listener.accept().socket().recv(16).receives("hello");
    }

    @Clause("accept.error.econnaborted")
    void outlivesAnAbortedConnection(Host client, Host server, Observation seen) {
        var listener = server.listener().nonBlocking();
        var aborted = client.socket();
        aborted.set(SO_LINGER, new OptionValue.Linger(true, 0)).succeeds();
        aborted.connect(listener).succeeds();
        listener.poll(POLLIN).reports(POLLIN);
        aborted.close().succeeds();

        var accepting = listener.accept();
        if (accepting.hasFailed()) {
            accepting.isAccepted();
        } else {
            seen.is("accepted");
        }

        var healthy = client.socket();
        healthy.connect(listener).succeeds();
        healthy.send("hello").succeeds();
        listener.poll(POLLIN).reports(POLLIN);
        listener.accept().socket().recv(16).receives("hello");
    }
}
