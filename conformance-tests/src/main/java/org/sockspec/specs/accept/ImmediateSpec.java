package org.sockspec.specs.accept;

import static org.sockspec.api.PollEvent.POLLIN;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class ImmediateSpec {

    @Clause("accept.immediate")
    void whenAConnectionIsQueued(Host client, Host server) {
        var listener = server.listener();

        client.socket().connect(listener).succeeds();
        listener.accept().socket();

        client.socket().connect(listener).succeeds();
        listener.nonBlocking().poll(POLLIN).reports(POLLIN);
        listener.accept().socket();
    }
}
