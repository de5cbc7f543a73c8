package org.sockspec.specs.faultnetwork;

import static org.sockspec.harness.Link.SynCookies.IF_FULL;

import java.time.Duration;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Link;
import org.sockspec.harness.Observation;

class LostHandshakeSpec {
    /** Less than TCP waits before it repeats a segment of the handshake, which is 1 s (RFC 6298 section 2). */
    private static final Duration NO_REPETITION_YET = Duration.ofMillis(500);

    @Clause("fault-network.handshake.synack-lost")
    void isRepeatedForConnect(Link link, Host client, Host server) {
        var listener = server.listener();
        link.dropsFirstAnswerOf(listener);

        client.socket().connect(listener).takesAtLeast(NO_REPETITION_YET).isAccepted();
    }

    @Clause("fault-network.handshake.last-ack-lost-client-first")
    void isMadeUpForByTheFirstData(Link link, Host client, Host server, Observation observed) {
        var listener = server.listener();
        link.hasServerUse(IF_FULL);
        link.dropsAcknowledgementsTo(listener);
        var socket = client.socket();
        socket.connect(listener).returns(0);
        var accepting = listener.accept();
        accepting.staysBlocked();

        socket.send("hello").returns(5);

        accepting.socket().recv(16).receives("hello");
        observed.is("pending-then-descriptor");
    }

    @Clause("fault-network.handshake.last-ack-lost-server-first")
    void isRepeatedForAccept(Link link, Host client, Host server) {
        var listener = server.listener();
        link.hasServerUse(IF_FULL);
        link.dropsAcknowledgementsTo(listener);
        client.socket().connect(listener).returns(0);
        var accepting = listener.accept();
        accepting.staysBlocked();

        link.heals();

        accepting.isAccepted();
    }
}
