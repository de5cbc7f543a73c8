package org.sockspec.specs.faultproxy;

import static org.sockspec.api.Errno.ECONNRESET;
import static org.sockspec.api.Errno.EPIPE;
import static org.sockspec.api.MessageFlag.MSG_NOSIGNAL;
import static org.sockspec.api.PollEvent.POLLIN;
import static org.sockspec.api.SocketOption.SO_SNDBUF;

import java.util.ArrayList;
import org.sockspec.api.Bytes;
import org.sockspec.api.OptionValue;
import org.sockspec.fault.toxiproxy.ToxicSpec;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Connection;
import org.sockspec.harness.Observation;
import org.sockspec.harness.Proxy;

class ResetSpec {
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
        client.set(SO_SNDBUF, OptionValue.of(4096)).succeeds();
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
}
