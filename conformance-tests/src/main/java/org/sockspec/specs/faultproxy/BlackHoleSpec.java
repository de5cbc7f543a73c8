package org.sockspec.specs.faultproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.api.Errno.EAGAIN;
import static org.sockspec.api.Errno.EWOULDBLOCK;
import static org.sockspec.api.MessageFlag.MSG_DONTWAIT;

import java.util.List;
import java.util.stream.Stream;
import org.sockspec.api.Bytes;
import org.sockspec.fault.toxiproxy.ToxicSpec;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Connection;
import org.sockspec.harness.Proxy;

class BlackHoleSpec {
    private static final ToxicSpec BLACK_HOLE = ToxicSpec.timeout(0);

    @Clause("fault-proxy.blackhole.recv-pending")
    void leavesRecvBlocked(Proxy proxy) {
        var connection = proxy.connect();
        connection.server().send("hello").returns(5);
        connection.client().recv(16).receives("hello");
        proxy.add(BLACK_HOLE);
        var receiving = connection.client().recv(16);

        connection.server().send("hello").returns(5);
        connection.client().send("hello").returns(5);
        connection.server().recv(16).receives("hello");
        receiving.staysBlocked();

        proxy.remove(BLACK_HOLE);
        receiving.receivesEndOfFile();
    }

    @Clause("fault-proxy.blackhole.one-direction")
    void leavesTheOtherDirectionAlone(Proxy proxy) {
        var connection = proxy.connect();
        proxy.add(BLACK_HOLE);
        connection.server().send("hello").returns(5);

        connection.client().send("hello").returns(5);
        connection.server().recv(16).receives("hello");
        connection.client().recv(16, MSG_DONTWAIT).failsWith(EAGAIN, EWOULDBLOCK);
    }

    @Clause("fault-proxy.blackhole.send-succeeds")
    void isUnknownToSend(Proxy proxy) {
        var connection = proxy.connect();
        proxy.add(BLACK_HOLE.upstream());

        connection.client().sendPattern(1, 1 << 24).returns(1 << 24);

        connection.server().recv(16, MSG_DONTWAIT).failsWith(EAGAIN, EWOULDBLOCK);
    }

    @Clause("fault-proxy.blackhole.ends-with-eof")
    void endsWithEndOfFileWhenThePathIsClosed(Proxy proxy) {
        var connection = proxy.connect();
        proxy.add(BLACK_HOLE);
        connection.server().send("hello").returns(5);
        var receiving = connection.client().recv(16);
        receiving.staysBlocked();

        proxy.remove(BLACK_HOLE);

        receiving.isAccepted();
    }

    @Clause("fault-proxy.toxicity.independent")
    void leavesTheOtherConnectionsAlone(Proxy proxy) {
        var connections = Stream.generate(proxy::connect).limit(40).toList();
        proxy.add(BLACK_HOLE.toxicity(0.5));
        connections.stream().map(Connection::server).forEach(server -> {
            server.send("hello").returns(5);
            server.close().succeeds();
        });

        assertThat(connections)
                .extracting(connection -> connection.client().recvToEndOfFile(16))
                .containsOnly(List.of(), List.of(Bytes.of("hello")));
    }
}
