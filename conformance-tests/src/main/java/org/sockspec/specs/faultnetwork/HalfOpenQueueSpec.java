package org.sockspec.specs.faultnetwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.harness.Link.SynCookies.ALWAYS;
import static org.sockspec.harness.Link.SynCookies.IF_FULL;
import static org.sockspec.harness.Link.SynCookies.NEVER;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Link;
import org.sockspec.harness.Observation;
import org.sockspec.harness.Socket;

class HalfOpenQueueSpec {
    private static final int BACKLOG = 4;
    private static final int CLIENTS = 16;

    @Clause("fault-network.backlog.syn-queue-full")
    void keepsRequestsPendingWithoutSynCookies(Link link, Host client, Host server, Observation observed) {
        link.hasServerUse(NEVER);
        var listener = shortListener(server);
        link.dropsAcknowledgementsTo(listener);

        assertThat(client.roomIn(listener, CLIENTS)).isBetween(BACKLOG, BACKLOG + 1);
        observed.is("EINPROGRESS");
    }

    @Clause("fault-network.backlog.syn-cookies")
    void hasRoomForAllWithSynCookies(Link link, Host client, Host server, Observation observed) {
        link.hasServerUse(IF_FULL);
        var listener = shortListener(server);
        link.dropsAcknowledgementsTo(listener);

        assertThat(client.roomIn(listener, CLIENTS)).isEqualTo(CLIENTS);
        observed.is("completes");
    }

    @Clause("fault-network.backlog.syn-cookies-always")
    void canBeMissing(Link link, Host client, Host server) {
        link.hasServerUse(ALWAYS);
        var listener = shortListener(server);
        var socket = client.socket();

        socket.connect(listener).isAccepted();

        var accepted = listener.accept().socket();
        socket.send("hello").succeeds();
        accepted.recv(16).receives("hello");
        accepted.send("answer").succeeds();
        socket.recv(16).receives("answer");
    }

    private static Socket shortListener(Host server) {
        var listener = server.boundSocket();
        listener.listen(BACKLOG).succeeds();
        return listener;
    }
}
