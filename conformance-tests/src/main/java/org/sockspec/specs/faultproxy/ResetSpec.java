package org.sockspec.specs.faultproxy;

import static org.sockspec.api.Errno.ECONNRESET;
import static org.sockspec.api.Errno.EPIPE;
import static org.sockspec.api.MessageFlag.MSG_NOSIGNAL;
import static org.sockspec.api.PollEvent.POLLIN;
import static org.sockspec.api.PollEvent.POLLOUT;

import java.time.Duration;
import java.util.ArrayList;
import org.sockspec.api.Bytes;
import org.sockspec.fault.toxiproxy.ToxicSpec;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Connection;
import org.sockspec.harness.Host;
import org.sockspec.harness.Observation;
import org.sockspec.harness.Proxy;
import org.sockspec.harness.Socket;

class ResetSpec {
    private static final Duration DELAY = Duration.ofMillis(300);
    private static final Bytes MORE_THAN_THE_BUFFERS_HOLD = Bytes.zeros(1 << 19);

    @Clause("fault-proxy.reset.blocked-recv")
    void blockedRecvFails(Proxy proxy) {
        var connection = proxy.resettable().connect();

        var receiving = connection.client().recv(1);
        receiving.staysBlocked();

        proxy.reset();
        receiving.isAccepted();
    }

    @Clause("fault-proxy.reset.both-ends")
    void blockedRecvFailsAtBothEnds(Proxy proxy) {
        var connection = proxy.resettable().connect();
        var atClient = connection.client().recv(1);
        var atServer = connection.server().recv(1);
        atClient.staysBlocked();
        atServer.staysBlocked();

        proxy.reset();

        atClient.isAccepted();
        atServer.isAccepted();
    }

    @Clause("fault-proxy.reset.blocked-send")
    void blockedSendReturns(Proxy proxy, Observation observed) {
        var client = proxy.resettable().connect().client();
        client.withSmallSendBuffer();
        proxy.add(ToxicSpec.bandwidth(0).upstream());

        var sending = client.send(MORE_THAN_THE_BUFFERS_HOLD, MSG_NOSIGNAL);
        sending.staysBlocked();
        proxy.reset();

        if (sending.hasFailed()) {
            sending.isAccepted();
        } else {
            sending.returnsLessThan(MORE_THAN_THE_BUFFERS_HOLD.length());
            client.send("x", MSG_NOSIGNAL).failsWith(ECONNRESET, EPIPE);
            observed.is("partial-then-error");
        }
    }

    @Clause("fault-proxy.reset.poll-in")
    void blockedPollReportsIt(Proxy proxy) {
        var client = proxy.resettable().connect().client();

        var polling = client.poll(POLLIN);
        polling.staysBlocked();

        proxy.reset();
        polling.isAccepted();
    }

    @Clause("fault-proxy.accept.listener-survives")
    void listenerAcceptsAfterwards(Proxy proxy) {
        var connections = new ArrayList<Connection>();
        proxy.resettable();
        for (int i = 0; i < 20; i++) {
            connections.add(proxy.connect());
        }
        proxy.reset();
        connections.forEach(connection -> connection.server().recv(1).failsWith(ECONNRESET));

        proxy.enable();
        proxy.connect();
    }

    @Clause("fault-proxy.connect.new-socket-after-fault")
    void doesNotKeepANewSocketFromConnecting(Proxy proxy, Host client, Host server) {
        var listener = server.listener();
        var old = proxy.resettable().inFrontOf(listener).connect().client();
        proxy.reset();
        old.recv(1).failsWith(ECONNRESET);
        proxy.enable();

        var socket = client.socket();
        socket.connect(proxy.address()).isAccepted();

        socket.send("x").returns(1);
        listener.accept().socket().recv(1).receives("x");
    }

    @Clause("fault-proxy.accept.already-reset")
    void beforeAcceptIsReportedThereOrLater(Proxy proxy, Host client, Host server, Observation observed) {
        var listener = server.listener();
        proxy.resettable().inFrontOf(listener);
        client.socket().connect(proxy.address()).succeeds();
        listener.poll(POLLIN).reports(POLLIN);
        proxy.reset();

        var accepting = listener.nonBlocking().accept();
        if (accepting.hasFailed()) {
            accepting.isAccepted();
        } else {
            accepting.socket().recv(1).failsWith(ECONNRESET);
            observed.is("descriptor-then-reset");
        }
    }

    @Clause("fault-proxy.reset.before-first-byte")
    void inPlaceOfTheFirstByteIsNoEndOfFile(Proxy proxy) {
        var connection = proxy.resettable().connect();
        proxy.update(ToxicSpec.resetPeer(0));

        connection.server().send("x").returns(1);

        connection.client().recv(1).isAccepted();
    }

    @Clause("fault-proxy.reset.delayed")
    void leavesRecvBlockedUntilItArrives(Proxy proxy) {
        var connection = proxy.resettable().connect();
        proxy.update(ToxicSpec.resetPeer(DELAY.toMillis()));
        var receiving = connection.client().recv(16);
        receiving.staysBlocked();

        connection.server().send("x").returns(1);

        receiving.takesAtLeast(DELAY).failsWith(ECONNRESET);
    }

    @Clause("fault-proxy.reset.poll-out")
    void blockedPollForRoomReportsIt(Proxy proxy) {
        var client = withFullBuffers(proxy);

        var polling = client.poll(POLLOUT);
        polling.staysBlocked();

        proxy.reset();
        polling.isAccepted();
    }

    @Clause("fault-proxy.reset.select-read")
    void selectReportsItAsReadable(Proxy proxy) {
        var client = proxy.resettable().connect().client();

        var selecting = client.selectToRead();
        selecting.staysBlocked();

        proxy.reset();
        selecting.marksReadable();
    }

    @Clause("fault-proxy.reset.select-write")
    void selectReportsItAsWritable(Proxy proxy) {
        var client = withFullBuffers(proxy);

        var selecting = client.selectToWrite();
        selecting.staysBlocked();

        proxy.reset();
        selecting.marksWritable();
    }

    @Clause("fault-proxy.reset.other-connections")
    void leavesOtherConnectionsAlone(Proxy proxy, Proxy otherProxy) {
        var reset = proxy.resettable().connect();
        var other = otherProxy.connect();

        proxy.reset();

        reset.client().recv(1).failsWith(ECONNRESET);
        other.client().send("hello").returns(5);
        other.server().recv(16).receives("hello");
        other.server().send("hello").returns(5);
        other.client().recv(16).receives("hello");
    }

    private static Socket withFullBuffers(Proxy proxy) {
        var client = proxy.resettable().connect().client();
        client.withSmallSendBuffer();
        proxy.add(ToxicSpec.bandwidth(0).upstream());
        return client.sendUntilFull();
    }
}
