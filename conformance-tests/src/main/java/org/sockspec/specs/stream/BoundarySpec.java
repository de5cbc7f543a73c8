package org.sockspec.specs.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.api.MessageFlag.MSG_PEEK;
import static org.sockspec.api.MessageFlag.MSG_WAITALL;
import static org.sockspec.api.Shutdown.SHUT_WR;

import org.sockspec.api.Bytes;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Observation;

class BoundarySpec {

    @Clause("stream.boundary.several-sends-one-recv")
    void ofASendDoesNotShow(Observation seen, Host client, Host server) {
        var connection = client.connectWith(server);
        connection.client().send("ab").returns(2);
        connection.client().send("cd").returns(2);
        connection.client().shutdown(SHUT_WR).succeeds();
        connection.server().recv(4, MSG_PEEK, MSG_WAITALL).succeeds();

        connection.server().recv(1).receives("a");
        var rest = connection.server().recvToEndOfFile(16);

        assertThat(rest.stream().reduce(Bytes.EMPTY, Bytes::plus)).isEqualTo(Bytes.of("bcd"));
        seen.is(rest.size() == 1 ? "merged" : "split");
    }

    @Clause("stream.boundary.one-send-several-recvs")
    void ofASendDoesNotBindTheReceiver(Host client, Host server) {
        var connection = client.connectWith(server);
        connection.client().send("abcdef").returns(6);
        connection.client().shutdown(SHUT_WR).succeeds();
        connection.server().awaitBytes(6);

        connection.server().recv(2).receives("ab");
        connection.server().recv(3).receives("cde");
        connection.server().recv(3).receives("f");
    }
}
