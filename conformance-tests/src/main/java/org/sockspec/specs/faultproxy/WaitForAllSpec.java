package org.sockspec.specs.faultproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.api.MessageFlag.MSG_DONTWAIT;
import static org.sockspec.api.MessageFlag.MSG_PEEK;
import static org.sockspec.api.MessageFlag.MSG_WAITALL;
import static org.sockspec.api.PollEvent.POLLIN;
import static org.sockspec.api.SocketOption.SO_RCVLOWAT;
import static org.sockspec.api.SocketOption.SO_RCVTIMEO;

import java.time.Duration;
import org.sockspec.api.OptionValue;
import org.sockspec.fault.toxiproxy.ToxicSpec;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Observation;
import org.sockspec.harness.Proxy;
import org.sockspec.harness.Socket;

class WaitForAllSpec {
    private static final String MESSAGE = "0123456789";
    private static final ToxicSpec STALL = ToxicSpec.bandwidth(0);

    @Clause("fault-proxy.waitall.timeout-partial")
    void returnsWhatCameBeforeTheTimeout(Proxy proxy) {
        var timeout = Duration.ofMillis(100);
        var connection = proxy.connect();
        connection.server().send("0123").returns(4);
        connection.client().poll(POLLIN).reports(POLLIN);
        proxy.add(STALL);
        connection.server().send("456789").returns(6);

        setReceiveTimeout(connection.client(), timeout);
        connection.client().recv(10, MSG_WAITALL).takesAtLeast(timeout).receives("0123");

        proxy.remove(STALL);
        setReceiveTimeout(connection.client(), Duration.ZERO);
        connection.client().recv(6, MSG_WAITALL).receives("456789");
    }

    @Clause("fault-proxy.waitall.timeout-basis")
    void timeoutRunsFromTheStartOrFromTheLastByte(Proxy proxy, Observation observed) {
        var connection = proxy.connect();
        proxy.add(ToxicSpec.slicer(1, 100_000));
        setReceiveTimeout(connection.client(), Duration.ofMillis(350));
        connection.server().send(MESSAGE).returns(10);

        long received = connection.client().recv(10, MSG_WAITALL).value();

        observed.is(received == 10 ? "full-count" : "partial-count");
    }

    @Clause("fault-proxy.slicer.waitall")
    void collectsThePieces(Proxy proxy) {
        var connection = proxy.connect();
        proxy.add(ToxicSpec.slicer(1, 2_000));
        var receiving = connection.client().recv(10, MSG_WAITALL);
        receiving.staysBlocked();

        connection.server().send(MESSAGE).returns(10);

        receiving.receives(MESSAGE);
    }

    @Clause("fault-proxy.slicer.coalesced")
    void piecesThatHaveArrivedAreReturnedTogether(Proxy proxy) {
        var connection = proxy.connect();
        proxy.add(ToxicSpec.slicer(1, 2_000));
        connection.server().send(MESSAGE).returns(10);
        connection.client().recv(10, MSG_PEEK, MSG_WAITALL).receives(MESSAGE);

        connection.client().recv(16).receives(MESSAGE);
    }

    @Clause("fault-proxy.slicer.rcvlowat")
    void pollWaitsForTheLowWaterMark(Proxy proxy) {
        var connection = proxy.connect();
        connection.client().set(SO_RCVLOWAT, OptionValue.of(5)).succeeds();
        proxy.add(ToxicSpec.slicer(1, 20_000));
        connection.server().send(MESSAGE).returns(10);

        connection.client().poll(POLLIN).reports(POLLIN);

        assertThat(connection.client().recv(10, MSG_DONTWAIT).value()).isGreaterThanOrEqualTo(5);
    }

    private static void setReceiveTimeout(Socket socket, Duration timeout) {
        socket.set(SO_RCVTIMEO, new OptionValue.Timeout(timeout.toNanos() / 1000))
                .succeeds();
    }
}
