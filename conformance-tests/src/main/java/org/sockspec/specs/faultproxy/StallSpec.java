package org.sockspec.specs.faultproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.api.PollEvent.POLLOUT;
import static org.sockspec.api.Shutdown.SHUT_WR;
import static org.sockspec.api.SocketOption.SO_SNDTIMEO;

import java.time.Duration;
import org.sockspec.api.Bytes;
import org.sockspec.api.OptionValue;
import org.sockspec.fault.toxiproxy.ToxicSpec;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Connection;
import org.sockspec.harness.Observation;
import org.sockspec.harness.OutcomeAssert;
import org.sockspec.harness.Proxy;
import org.sockspec.harness.Socket;
import org.sockspec.harness.Table;

class StallSpec {
    private static final Table<Closing> CLOSINGS = Table.of(Closing.class)
            .row("fault-proxy.bandwidth.stall-then-close", Socket::close)
            .row("fault-proxy.eof.close-flushes-queue", Socket::close)
            .row("fault-proxy.eof.shutdown-flushes-queue", socket -> socket.shutdown(SHUT_WR));
    private static final long AT_MOST = 500_000;
    private static final ToxicSpec STALL = ToxicSpec.bandwidth(0).upstream();
    private static final long SEED = 9;
    private static final long MORE_THAN_THE_BUFFERS_HOLD = 1L << 20;

    @Clause("fault-proxy.bandwidth.stall-blocks-send")
    void blocksSendUntilThePathMovesAgain(Proxy proxy) {
        var connection = proxy.connect();
        connection.client().withSmallSendBuffer();
        proxy.add(STALL);

        var receiving = connection.server().recvPattern(SEED);
        var sending = connection.client().sendPattern(SEED, MORE_THAN_THE_BUFFERS_HOLD);
        sending.staysBlocked();
        receiving.staysBlocked();
        sending.staysBlocked();

        proxy.remove(STALL);
        sending.returns(MORE_THAN_THE_BUFFERS_HOLD);
        connection.client().shutdown(SHUT_WR).succeeds();
        receiving.receivesPattern(MORE_THAN_THE_BUFFERS_HOLD);
    }

    @Clause("fault-proxy.bandwidth.send-returns-early")
    void doesNotKeepSendFromReturningWhatFits(Proxy proxy) {
        var connection = proxy.connect();
        proxy.add(STALL);
        var receiving = connection.server().recv(16);

        connection.client().send("hello").returns(5);
        receiving.staysBlocked();

        proxy.remove(STALL);
        receiving.receives("hello");
    }

    @Clause("fault-proxy.bandwidth.stall-nonblocking")
    void leavesNonBlockingSendNoRoom(Proxy proxy, Observation observed) {
        var client = stalled(proxy).client().sendUntilFull();

        var sending = client.send(Bytes.zeros(1 << 19));
        if (sending.hasFailed()) {
            sending.isAccepted();
        } else {
            sending.returnsLessThan(1 << 19);
            observed.is("partial-count");
        }
    }

    @Clause("fault-proxy.bandwidth.stall-not-writable")
    void makesTheSocketNotWritableUntilThePathMovesAgain(Proxy proxy) {
        var connection = stalled(proxy);
        var receiving = connection.server().recvPattern(SEED);
        var sending = connection.client().sendPattern(SEED, MORE_THAN_THE_BUFFERS_HOLD);
        sending.staysBlocked();
        connection.client().awaitFull();
        connection.client().pollNow(POLLOUT).reportsNothing();
        connection.client().selectNow().reportsNothing();

        proxy.remove(STALL);
        sending.returns(MORE_THAN_THE_BUFFERS_HOLD);
        connection.client().poll(POLLOUT).reports(POLLOUT);
        connection.client().selectToWrite().marksWritable();
        connection.client().shutdown(SHUT_WR).succeeds();
        receiving.receivesPattern(MORE_THAN_THE_BUFFERS_HOLD);
    }

    @Clause("fault-proxy.bandwidth.stall-sndtimeo")
    void endsSendAtItsTimeout(Proxy proxy, Observation observed) {
        var timeout = Duration.ofMillis(300);
        var client = stalled(proxy).client();
        client.set(SO_SNDTIMEO, new OptionValue.Timeout(timeout.toNanos() / 1000))
                .succeeds();

        var sending = client.send(Bytes.zeros(1 << 19)).takesAtLeast(timeout);
        if (sending.hasFailed()) {
            sending.isAccepted();
        } else {
            sending.returnsLessThan(1 << 19);
            observed.is("partial-count");
        }
    }

    @Clause("fault-proxy.bandwidth.accepted-equals-delivered")
    void deliversExactlyWhatSendTook(Proxy proxy) {
        var connection = stalled(proxy);
        var client = connection.client().nonBlocking();
        long taken = client.sendPattern(SEED, MORE_THAN_THE_BUFFERS_HOLD).value();
        var receiving = connection.server().recvPattern(SEED);

        proxy.remove(STALL);
        client.shutdown(SHUT_WR).succeeds();

        receiving.receivesPattern(taken);
    }

    @Clause(rows = "CLOSINGS")
    void deliversWhatWasSentBeforeClosing(Closing closing, Proxy proxy) {
        var connection = proxy.connect();
        proxy.add(STALL);
        var receiving = connection.server().recvPattern(SEED);
        var sender = connection.client().nonBlocking();
        long taken = sender.sendPattern(SEED, AT_MOST).value();
        assertThat(taken).isPositive();
        sender.setFlags().succeeds();

        closing.of(sender).succeeds();
        receiving.staysBlocked();

        proxy.remove(STALL);
        receiving.receivesPattern(taken);
    }

    private static Connection stalled(Proxy proxy) {
        var connection = proxy.connect();
        connection.client().withSmallSendBuffer();
        proxy.add(STALL);
        return connection;
    }

    private interface Closing {
        OutcomeAssert of(Socket socket);
    }
}
