package org.sockspec.specs.readiness;

import static org.sockspec.api.PollEvent.POLLIN;
import static org.sockspec.api.PollEvent.POLLOUT;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class ListenerSpec {

    @Clause("readiness.state.listen-pending")
    void isReadableOnceAConnectionIsQueued(Host client, Host server) {
        var listener = server.listener();
        listener.pollNow(POLLIN, POLLOUT).reportsNothing();

        client.socket().connect(listener).succeeds();

        listener.poll(POLLIN, POLLOUT).reports(POLLIN);
        listener.accept().socket();
    }

    @Clause("readiness.select.listen")
    void isReadableToSelectToo(Host client, Host server) {
        var listener = server.listener();
        listener.selectNow().reportsNothing();

        client.socket().connect(listener).succeeds();

        listener.select().marksOnlyReadable();
        listener.accept().socket();
    }

    @Clause("readiness.wake.connection")
    void wakesAPollWhenAClientConnects(Host client, Host server) {
        var listener = server.listener();

        var polling = listener.poll(POLLIN);
        polling.staysBlocked();

        client.socket().connect(listener).succeeds();
        polling.reports(POLLIN);
    }
}
