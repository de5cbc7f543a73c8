package org.sockspec.specs.backlog;

import static org.sockspec.api.PollEvent.POLLIN;
import static org.sockspec.api.Shutdown.SHUT_WR;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Observation;

class EarlyClientSpec {
    private static final int SEED = 1;
    private static final int LENGTH = 5000;

    @Clause("backlog.data-before-accept")
    void losesNoneOfItsData(Host client, Host server) {
        var listener = server.listener();
        var socket = client.socket();
        socket.connect(listener).succeeds();
        socket.sendPattern(SEED, LENGTH).returns(LENGTH);

        var accepted = listener.accept().socket();

        socket.close().succeeds();
        accepted.recvPattern(SEED).receivesPattern(LENGTH);
    }

    @Clause("backlog.half-close-before-accept")
    void mayStopSending(Host client, Host server) {
        var listener = server.listener();
        var socket = client.socket();
        socket.connect(listener).succeeds();
        socket.send("question").succeeds();
        socket.shutdown(SHUT_WR).succeeds();

        var accepted = listener.accept().socket();

        accepted.recv(16).receives("question");
        accepted.recv(16).receivesEndOfFile();
        accepted.send("answer").succeeds();
        socket.recv(16).receives("answer");
    }

    @Clause("backlog.closed-before-accept.data")
    void mayCloseAfterItSent(Host client, Host server) {
        var listener = server.listener();
        var socket = client.socket();
        socket.connect(listener).succeeds();
        socket.send("early").succeeds();
        socket.close().succeeds();

        var accepted = listener.accept().socket();

        accepted.recv(16).receives("early");
        accepted.recv(16).receivesEndOfFile();
    }

    @Clause("backlog.closed-before-accept.empty")
    void mayCloseAtOnce(Host client, Host server, Observation seen) {
        var listener = server.listener().nonBlocking();
        var socket = client.socket();
        socket.connect(listener).succeeds();
        socket.close().succeeds();
        listener.poll(POLLIN).reports(POLLIN);

        var accepting = listener.accept();

        if (accepting.hasFailed()) {
            accepting.isAccepted();
        } else {
            accepting.socket().recv(16).receivesEndOfFile();
            seen.is("accepted");
        }
    }
}
