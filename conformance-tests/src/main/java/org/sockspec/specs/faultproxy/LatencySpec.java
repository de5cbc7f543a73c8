package org.sockspec.specs.faultproxy;

import static org.sockspec.api.MessageFlag.MSG_DONTWAIT;
import static org.sockspec.api.MessageFlag.MSG_WAITALL;
import static org.sockspec.api.Shutdown.SHUT_WR;
import static org.sockspec.api.SocketOption.SO_RCVTIMEO;

import java.time.Duration;
import org.sockspec.api.OptionValue;
import org.sockspec.api.Pattern;
import org.sockspec.fault.toxiproxy.ToxicSpec;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Proxy;

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
}
