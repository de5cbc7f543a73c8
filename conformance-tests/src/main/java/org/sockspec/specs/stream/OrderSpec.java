package org.sockspec.specs.stream;

import static org.sockspec.api.Shutdown.SHUT_WR;

import org.sockspec.api.Pattern;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class OrderSpec {
    private static final long SEED = 20_260_102;
    private static final int LONGEST_SEND = 40;

    @Clause("stream.order.bytes-in-send-order")
    void isThatOfTheSends(Host client, Host server) {
        var connection = client.connectWith(server);
        var sequence = new Pattern(SEED);

        long sent = 0;
        for (int length = 1; length <= LONGEST_SEND; length++) {
            connection.client().send(sequence.bytes(sent, length)).returns(length);
            sent += length;
        }
        connection.client().shutdown(SHUT_WR).succeeds();

        connection.server().recvPattern(SEED).receivesPattern(sent);
    }
}
