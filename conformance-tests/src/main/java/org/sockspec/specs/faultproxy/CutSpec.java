package org.sockspec.specs.faultproxy;

import static org.sockspec.api.MessageFlag.MSG_WAITALL;

import org.sockspec.fault.toxiproxy.ToxicSpec;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Proxy;

class CutSpec {
    private static final ToxicSpec AFTER_FIVE_BYTES = ToxicSpec.limitData(5);

    @Clause("fault-proxy.eof.at-exact-length")
    void leavesWhatWasSentBeforeIt(Proxy proxy) {
        var connection = proxy.connect();
        proxy.add(AFTER_FIVE_BYTES);

        connection.server().send("01234").returns(5);

        connection.client().recv(16).receives("01234");
        connection.client().recv(16).receivesEndOfFile();
    }

    @Clause("fault-proxy.eof.open-below-limit")
    void isNotSeenBeforeItHappens(Proxy proxy) {
        var connection = proxy.connect();
        proxy.add(AFTER_FIVE_BYTES);
        connection.server().send("0123").returns(4);
        connection.client().recv(16).receives("0123");

        var receiving = connection.client().recv(16);
        receiving.staysBlocked();

        connection.server().send("4").returns(1);
        receiving.receives("4");
        connection.client().recv(16).receivesEndOfFile();
    }

    @Clause("fault-proxy.eof.server-side-cut")
    void isSeenByTheServerAfterTheBytesThatPassed(Proxy proxy) {
        var connection = proxy.connect();
        proxy.add(AFTER_FIVE_BYTES.upstream());

        connection.client().send("0123456789").returns(10);

        connection.server().recv(10, MSG_WAITALL).receives("01234");
        connection.server().recv(10).receivesEndOfFile();
    }

    @Clause("fault-proxy.eof.send-success-is-not-delivery")
    void isUnknownToSend(Proxy proxy) {
        var connection = proxy.connect();
        proxy.add(AFTER_FIVE_BYTES);

        connection.server().send("0123456789").returns(10);

        connection.client().recv(10, MSG_WAITALL).receives("01234");
        connection.client().recv(10).receivesEndOfFile();
    }
}
