package org.sockspec.specs.clienthelper;

import static org.assertj.core.api.Assertions.assertThat;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Network;

class BackOffSpec {

    @Clause("client-helper.backoff-doubling")
    void waitsDouble(Network net, Host client) {
        var attempt = client.connectWithRetry(net.freeAddress());

        attempt.run().fails();

        assertThat(attempt.waits()).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L);
    }
}
