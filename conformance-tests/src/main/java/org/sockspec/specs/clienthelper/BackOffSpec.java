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

    @Clause("client-helper.bounded-total")
    void waitsAddUp(Network net, Host client) {
        var attempt = client.connectWithRetry(net.freeAddress());

        attempt.run().fails();

        assertThat(attempt.waits().stream().mapToLong(Long::longValue).sum()).isEqualTo(127);
    }

    @Clause("client-helper.bounded-tries")
    void triesAreEight(Network net, Host client) {
        var attempt = client.connectWithRetry(net.freeAddress());

        attempt.run().fails();

        assertThat(attempt.tries()).isEqualTo(8);
        assertThat(attempt.sockets()).hasSize(8);
    }

    @Clause("client-helper.no-wait-after-last")
    void noWaitFollowsTheLastTry(Network net, Host client) {
        var attempt = client.connectWithRetry(net.freeAddress());

        attempt.run().fails();

        assertThat(attempt.waits()).hasSize(attempt.tries() - 1);
    }

    @Clause("client-helper.limit-parameter")
    void endsEarlierWithASmallerMaximum(Network net, Host client) {
        var once = client.connectWithRetry(net.freeAddress()).withMaxWait(1);
        once.run().fails();
        assertThat(once.tries()).isEqualTo(1);
        assertThat(once.waits()).isEmpty();

        for (int maximum = 4; maximum < 8; maximum++) {
            var thrice = client.connectWithRetry(net.freeAddress()).withMaxWait(maximum);
            thrice.run().fails();
            assertThat(thrice.tries()).isEqualTo(3);
            assertThat(thrice.waits()).containsExactly(1L, 2L);
        }
    }
}
