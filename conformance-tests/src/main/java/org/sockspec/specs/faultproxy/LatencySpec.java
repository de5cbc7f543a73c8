package org.sockspec.specs.faultproxy;

import static org.sockspec.api.Errno.EAGAIN;
import static org.sockspec.api.Errno.EWOULDBLOCK;
import static org.sockspec.api.MessageFlag.MSG_DONTWAIT;
import static org.sockspec.api.MessageFlag.MSG_WAITALL;
import static org.sockspec.api.PollEvent.POLLIN;
import static org.sockspec.api.Shutdown.SHUT_WR;
import static org.sockspec.api.SocketOption.SO_RCVTIMEO;

import java.time.Duration;
import org.sockspec.api.OptionValue;
import org.sockspec.api.Pattern;
import org.sockspec.fault.toxiproxy.ToxicSpec;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Proxy;
import org.sockspec.harness.Socket;

class LatencySpec {
    private static final Duration DELAY = Duration.ofSeconds(2);
    private static final Duration WELL_BEFORE_ITS_END = Duration.ofMillis(1_800);
    private static final Duration TIMEOUT = Duration.ofMillis(100);
    private static final long SEED = 5;

    @Clause("fault-proxy.latency.nonblocking")
    void nonBlockingRecvWouldBlockWhileTheDataIsUnderWay(Proxy proxy) {
        var connection = proxy.connect();
        proxy.add(ToxicSpec.latency(DELAY.toMillis(), 0));

        var sending = connection.server().send("x").returns(1);
        connection
                .client()
                .recv(1, MSG_DONTWAIT)
                .startedWithin(WELL_BEFORE_ITS_END, sending)
                .isAccepted();

        connection.client().recv(1).receives("x");
    }

    @Clause("fault-proxy.latency.rcvtimeo")
    void recvTimesOutBeforeTheDataArrives(Proxy proxy) {
        var connection = proxy.connect();
        connection
                .client()
                .set(SO_RCVTIMEO, new OptionValue.Timeout(TIMEOUT.toNanos() / 1000))
                .succeeds();
        proxy.add(ToxicSpec.latency(DELAY.toMillis(), 0));

        var sending = connection.server().send("x").returns(1);
        connection
                .client()
                .recv(1)
                .startedWithin(WELL_BEFORE_ITS_END, sending)
                .takesAtLeast(TIMEOUT)
                .isAccepted();

        connection.client().set(SO_RCVTIMEO, new OptionValue.Timeout(0)).succeeds();
        connection.client().recv(1).receives("x");
    }

    @Clause("fault-proxy.latency.change-keeps-order")
    void loweringItKeepsTheOrder(Proxy proxy) {
        var connection = proxy.connect();
        proxy.add(ToxicSpec.latency(300, 0));
        connection.server().send("A").returns(1);

        proxy.update(ToxicSpec.latency(0, 0));
        connection.server().send("B").returns(1);

        connection.client().recv(2, MSG_WAITALL).receives("AB");
    }

    @Clause("fault-proxy.latency.jitter-keeps-order")
    void jitterKeepsOrderAndContent(Proxy proxy) {
        int writes = 100;
        int length = 1000;
        var connection = proxy.connect();
        proxy.add(ToxicSpec.latency(5, 5));

        var receiving = connection.client().recvPattern(SEED);
        for (int i = 0; i < writes; i++) {
            connection
                    .server()
                    .send(new Pattern(SEED).bytes((long) i * length, length))
                    .returns(length);
        }
        connection.server().shutdown(SHUT_WR).succeeds();

        receiving.receivesPattern((long) writes * length);
    }

    @Clause("fault-proxy.latency.recv-waits")
    void blockingRecvWaitsForTheData(Proxy proxy) {
        var connection = proxy.connect();
        proxy.add(ToxicSpec.latency(TIMEOUT.toMillis(), 0));
        var receiving = connection.client().recv(16);
        receiving.staysBlocked();

        connection.server().send("hello").returns(5);

        receiving.takesAtLeast(TIMEOUT).receives("hello");
    }

    @Clause("fault-proxy.latency.rcvtimeo-keeps-data")
    void recvAfterATimeoutGetsTheData(Proxy proxy) {
        var connection = proxy.connect();
        setReceiveTimeout(connection.client(), TIMEOUT);
        proxy.add(ToxicSpec.latency(DELAY.toMillis(), 0));

        var sending = connection.server().send("hello").returns(5);
        connection.client().recv(16).startedWithin(WELL_BEFORE_ITS_END, sending).failsWith(EAGAIN, EWOULDBLOCK);

        setReceiveTimeout(connection.client(), Duration.ZERO);
        connection.client().recv(16).receives("hello");
    }

    @Clause("fault-proxy.latency.poll-timeout")
    void pollTimesOutBeforeTheDataArrives(Proxy proxy) {
        var connection = proxy.connect();
        proxy.add(ToxicSpec.latency(DELAY.toMillis(), 0));

        var sending = connection.server().send("x").returns(1);
        connection
                .client()
                .pollFor(TIMEOUT, POLLIN)
                .startedWithin(WELL_BEFORE_ITS_END, sending)
                .takesAtLeast(TIMEOUT)
                .reportsNothing();

        connection.client().poll(POLLIN).reports(POLLIN);
    }

    @Clause("fault-proxy.latency.select-timeout")
    void selectTimesOutBeforeTheDataArrives(Proxy proxy) {
        var connection = proxy.connect();
        proxy.add(ToxicSpec.latency(DELAY.toMillis(), 0));

        var sending = connection.server().send("x").returns(1);
        connection
                .client()
                .selectToReadFor(TIMEOUT)
                .startedWithin(WELL_BEFORE_ITS_END, sending)
                .takesAtLeast(TIMEOUT)
                .reportsNothing();

        connection.client().selectToRead().marksReadable();
    }

    private static void setReceiveTimeout(Socket socket, Duration timeout) {
        socket.set(SO_RCVTIMEO, new OptionValue.Timeout(timeout.toNanos() / 1000))
                .succeeds();
    }
}
