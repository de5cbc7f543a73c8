package org.sockspec.specs.accept;

import static org.sockspec.api.PollEvent.POLLIN;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class NonBlockingSpec {

    @Clause("accept.nonblocking.empty")
    void failsUntilAConnectionIsQueued(Host client, Host server) {
        var listener = server.listener().nonBlocking();

        listener.accept().isAccepted();

        client.socket().connect(listener).succeeds();
        listener.poll(POLLIN).reports(POLLIN);
        listener.accept().socket();
    }
}
