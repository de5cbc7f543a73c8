package org.sockspec.specs.faultproxy;

import static org.sockspec.api.MessageFlag.MSG_WAITALL;

import org.sockspec.fault.toxiproxy.ToxicSpec;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Proxy;

class EndOfFileSpec {

    @Clause("fault-proxy.eof.blocked-recv")
    void blockedRecvReturnsZero(Proxy proxy) {
        var client = proxy.connect().client();

        var receiving = client.recv(1);
        receiving.staysBlocked();

        proxy.disable();
        receiving.isAccepted();
    }

    @Clause("fault-proxy.eof.short-message")
    void inTheMiddleOfAMessageEndsAWaitForAllOfIt(Proxy proxy) {
        var connection = proxy.connect();
        proxy.add(ToxicSpec.limitData(5).downstream());

        var receiving = connection.client().recv(10, MSG_WAITALL);
        receiving.staysBlocked();
        connection.server().send("0123456789").returns(10);

        receiving.receives("01234");
        connection.client().recv(10).receivesEndOfFile();
    }
}
