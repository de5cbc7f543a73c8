package org.sockspec.specs.connect;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class SuccessSpec {

    @Clause("connect.success")
    void joinsBothEnds(Host client, Host server) {
        var listener = server.listener();
        var socket = client.socket();

        socket.connect(listener).isAccepted();

        var accepted = listener.accept().socket();
        socket.send("question").succeeds();
        accepted.recv(16).receives("question");
        accepted.send("answer").succeeds();
        socket.recv(16).receives("answer");
    }
}
