package org.sockspec.specs.accept;

import static org.sockspec.api.Signal.SIGUSR1;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class WaitingSpec {

    @Clause({"accept.blocks", "accept.wakes"})
    void returnsOnlyWhenAClientConnects(Host client, Host server) {
        var listener = server.listener();

        var accepting = listener.accept();
        accepting.staysBlocked();

        client.socket().connect(listener).succeeds();
        accepting.socket();
    }

    @Clause("accept.eintr")
    void endsWithEintrOnASignalAndTakesNoConnection(Host client, Host server) {
        server.catches(SIGUSR1);
        var listener = server.listener();

        var accepting = listener.accept();
        accepting.isInterruptedBy(SIGUSR1).isAccepted();

        client.socket().connect(listener).succeeds();
        listener.accept().socket();
    }
}
