package org.sockspec.specs.accept;

import static org.sockspec.api.Errno.EAGAIN;
import static org.sockspec.api.Errno.EWOULDBLOCK;
import static org.sockspec.api.PollEvent.POLLIN;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class NonBlockingSpec {
    private static final int CLIENTS = 3;

    @Clause("accept.nonblocking.empty")
    void failsUntilAConnectionIsQueued(Host client, Host server) {
        var listener = server.listener().nonBlocking();

        listener.accept().isAccepted();

        client.socket().connect(listener).succeeds();
        listener.poll(POLLIN).reports(POLLIN);
        listener.accept().socket();
    }

    @Clause("accept.accept4.nonblocking-empty")
    void failsUntilAConnectionIsQueuedWithFlagsToo(Host client, Host server) {
        var listener = server.listener().nonBlocking();

        listener.accept4().isAccepted();

        client.socket().connect(listener).succeeds();
        listener.poll(POLLIN).reports(POLLIN);
        listener.accept4().socket();
    }

    @Clause("accept.nonblocking.drain")
    void failsOnceTheQueueIsEmpty(Host client, Host server) {
        var listener = server.listener().nonBlocking();
        for (int number = 1; number <= CLIENTS; number++) {
            client.socket().connect(listener).succeeds();
        }

        for (int number = 1; number <= CLIENTS; number++) {
            listener.poll(POLLIN).reports(POLLIN);
            listener.accept().socket();
        }

        listener.accept().failsWith(EAGAIN, EWOULDBLOCK);
    }

    @Clause("accept.poll.race")
    void failsWhenAnotherTookTheConnection(Host client, Host server) {
        var listener = server.listener().nonBlocking();
        var other = listener.dup().socket();
        client.socket().connect(listener).succeeds();
        listener.poll(POLLIN).reports(POLLIN);

        other.accept().socket();

        listener.accept().isAccepted();
    }
}
