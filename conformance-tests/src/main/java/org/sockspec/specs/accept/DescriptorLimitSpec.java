package org.sockspec.specs.accept;

import static org.sockspec.api.Errno.EMFILE;
import static org.sockspec.api.PollEvent.POLLIN;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class DescriptorLimitSpec {
    private static final int NONE_LEFT = 3;
    private static final int SOME_LEFT = 256;

    @Clause("accept.error.emfile")
    void makesAcceptFail(Host client, Host server) {
        var listener = server.listener();
        client.connectTo(listener);
        client.socket().connect(listener).succeeds();

        server.limitDescriptors(NONE_LEFT);

        listener.accept().isAccepted();
        listener.accept().isAccepted();
    }

    @Clause("accept.error.emfile.not-lost")
    void leavesTheConnectionInTheQueue(Host client, Host server) {
        var listener = server.listener();
        client.connectTo(listener);
        var socket = client.socket();
        socket.connect(listener).succeeds();
        socket.send("hello").succeeds();
        listener.poll(POLLIN).reports(POLLIN);
        server.limitDescriptors(NONE_LEFT);
        listener.accept().failsWith(EMFILE);
        listener.poll(POLLIN).reports(POLLIN);

        server.limitDescriptors(SOME_LEFT);

        listener.accept().socket().recv(16).receives("hello");
    }

    @Clause("accept.error.emfile.empty-queue")
    void mayOrMayNotBeReportedForAnEmptyQueue(Host client, Host server) {
        var listener = server.listener();
        client.connectTo(listener);
        listener.nonBlocking();

        server.limitDescriptors(NONE_LEFT);

        listener.accept().isAccepted();
    }
}
