package org.sockspec.specs.faultproxy;

import org.sockspec.fault.toxiproxy.ToxicSpec;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Proxy;

class DelayedCloseSpec {
    private static final ToxicSpec DELAYED_CLOSE = ToxicSpec.slowClose(60_000);

    @Clause("fault-proxy.eof.delayed-close-not-early")
    void isSeenWhenItArrives(Proxy proxy) {
        var connection = proxy.connect();
        proxy.add(DELAYED_CLOSE);
        var receiving = connection.client().recv(16);

        connection.server().close().succeeds();
        receiving.staysBlocked();

        proxy.remove(DELAYED_CLOSE);
        receiving.receivesEndOfFile();
    }

    @Clause("fault-proxy.eof.send-in-close-gap")
    void doesNotAffectSendBeforeItArrives(Proxy proxy) {
        var connection = proxy.connect();
        proxy.add(DELAYED_CLOSE);

        connection.server().close().succeeds();
        connection.client().send("x").returns(1);
        connection.client().send("x").returns(1);
    }

    @Clause("fault-proxy.eof.data-then-delayed-close")
    void comesAfterTheDataThatWasDelayed(Proxy proxy) {
        var connection = proxy.connect();
        proxy.add(ToxicSpec.latency(100, 0));

        connection.server().send("hello").returns(5);
        connection.server().close().succeeds();

        connection.client().recv(16).receives("hello");
        connection.client().recv(16).receivesEndOfFile();
    }
}
