package org.sockspec.specs.faultprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.api.Errno.ECONNREFUSED;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class KilledServerSpec {

    @Clause("fault-process.kill.retry-until-restart")
    void retryingSucceedsOnceTheServerIsBack(Host client, Host server) {
        var address = server.listener().address();
        server.kill();

        var attempt = client.connectWithRetry(address);
        attempt.duringWait(3, () -> server.restart().listener(address));
        attempt.run().succeeds();

        assertThat(attempt.failures()).containsExactly(ECONNREFUSED, ECONNREFUSED, ECONNREFUSED);
    }
}
