package org.sockspec.specs.backlog;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class FullQueueSpec {

    @Clause("backlog.full.blocking-connect-waits")
    void blockingConnectWaits(Host client, Host server) {
        var listener = server.listenerWithFullQueue();

        var connecting = client.socket().connect(listener);
        connecting.staysBlocked();

        listener.accept().succeeds();
        connecting.succeeds();
    }
}
