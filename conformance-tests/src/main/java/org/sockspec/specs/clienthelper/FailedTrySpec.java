package org.sockspec.specs.clienthelper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.api.Errno.ECONNREFUSED;
import static org.sockspec.api.Errno.EINTR;
import static org.sockspec.api.Errno.EIO;
import static org.sockspec.api.Errno.EMFILE;
import static org.sockspec.api.Errno.ETIMEDOUT;

import org.sockspec.api.Address;
import org.sockspec.api.Call;
import org.sockspec.harness.Clause;
import org.sockspec.harness.FailingApi;
import org.sockspec.harness.Host;
import org.sockspec.harness.Network;
import org.sockspec.harness.Observation;

class FailedTrySpec {
    private static final int LENGTH_OF_THE_FAMILY_ALONE = 2;

    @Clause("client-helper.retries")
    void isFollowedByAnotherUntilTheServerIsThere(Network net, Host client, Host server) {
        var address = net.freeAddress();
        var attempt = client.connectWithRetry(address);
        attempt.duringWait(3, () -> server.listener(address));

        attempt.run().socket().peerName().storesAddress(address);

        assertThat(attempt.tries()).isEqualTo(4);
    }

    @Clause("client-helper.new-socket-per-try")
    void hasASocketOfItsOwn(Network net, Host client) {
        var attempt = client.connectWithRetry(net.freeAddress());

        attempt.run().fails();

        assertThat(attempt.triesPerSocket()).hasSize(8).containsOnly(1);
    }

    @Clause("client-helper.closes-failed")
    void leavesNoSocketOpen(Network net, Host client) {
        var attempt = client.connectWithRetry(net.freeAddress());
        attempt.duringEachWait(() -> assertThat(client.openSockets()).isEmpty());

        attempt.run().fails();

        assertThat(attempt.sockets()).hasSize(8);
        assertThat(client.openSockets()).isEmpty();
    }

    @Clause("client-helper.interrupted")
    void includesAnInterruptedConnect(Host client, Host server) {
        var address = server.listener().address();
        var attempt = client.connectWithRetry(address);

        var socket = attempt.run(new FailingApi(client.api()).first(Call.Connect.class, EINTR))
                .socket();

        assertThat(attempt.triesPerSocket()).containsExactly(1, 1);
        socket.peerName().storesAddress(address);
    }

    @Clause("client-helper.errno-of-last-try")
    void givesTheErrnoWhenItIsTheLast(Host client, Host server) {
        var nobodyListens = server.boundSocket().address();
        var api = new FailingApi(client.api())
                .first(Call.Connect.class, ETIMEDOUT)
                .every(Call.Close.class, EIO);

        client.connectWithRetry(nobodyListens).run(api).failsWith(ECONNREFUSED);
    }

    @Clause("client-helper.permanent-errors")
    void mayOrMayNotBeRepeatedWhenWaitingCannotHelp(Network net, Host client, Observation observation) {
        var tooShort = new Address.Malformed(net.freeAddress(), null, LENGTH_OF_THE_FAMILY_ALONE);
        var attempt = client.connectWithRetry(tooShort);

        attempt.run().fails();

        observation.is(attempt.tries() == 1 ? "gives-up" : "retries");
    }

    @Clause("client-helper.socket-failure")
    void isNotMadeWithoutASocket(Host client, Host server) {
        var address = server.listener().address();
        client.connectWithRetry(address).run().succeeds();
        client.limitDescriptors(0);
        var attempt = client.connectWithRetry(address);

        attempt.run().failsWith(EMFILE);

        assertThat(attempt.sockets()).hasSize(1);
        assertThat(attempt.tries()).isZero();
        assertThat(attempt.waits()).isEmpty();
    }
}
