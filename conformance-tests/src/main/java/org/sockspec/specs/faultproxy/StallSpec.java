package org.sockspec.specs.faultproxy;

import static org.sockspec.api.Shutdown.SHUT_WR;
import static org.sockspec.api.SocketOption.SO_SNDBUF;

import org.sockspec.api.OptionValue;
import org.sockspec.fault.toxiproxy.ToxicSpec;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Proxy;

class StallSpec {
    private static final ToxicSpec STALL = ToxicSpec.bandwidth(0).upstream();
    private static final long SEED = 9;
    private static final long MORE_THAN_THE_BUFFERS_HOLD = 1L << 20;

    @Clause("fault-proxy.bandwidth.stall-blocks-send")
    void blocksSendUntilThePathMovesAgain(Proxy proxy) {
        var connection = proxy.connect();
        connection.client().set(SO_SNDBUF, OptionValue.of(4096)).succeeds();
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
}
