package org.sockspec.specs.stream;

import static org.sockspec.api.Shutdown.SHUT_WR;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class IntegritySpec {
    private static final long SEED = 20_260_101;
    private static final long FAR_MORE_THAN_ALL_BUFFERS = 16L << 20;

    @Clause("stream.integrity.large-transfer")
    void arrivesCompleteOnceAndUnaltered(Host client, Host server) {
        var connection = client.connectTo(server.listener());

        var sending = connection.client().sendPattern(SEED, FAR_MORE_THAN_ALL_BUFFERS);
        var receiving = connection.server().recvPattern(SEED);
        sending.returns(FAR_MORE_THAN_ALL_BUFFERS);
        connection.client().shutdown(SHUT_WR).succeeds();

        receiving.receivesPattern(FAR_MORE_THAN_ALL_BUFFERS);
    }
}
