package org.sockspec.specs.faultproxy;

import static org.sockspec.api.MessageFlag.MSG_WAITALL;

import java.util.stream.Stream;
import org.sockspec.api.Pattern;
import org.sockspec.fault.toxiproxy.ToxicSpec;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Proxy;
import org.sockspec.harness.Socket;

class IntegritySpec {
    private static final int PIECE = 1 << 16;
    private static final int PIECES = 32;

    @Clause("fault-proxy.many.integrity")
    void eachOfManyConnectionsGetsItsOwnBytesBack(Proxy proxy) {
        int length = 2000;
        var connections = Stream.generate(proxy::connect).limit(100).toList();
        proxy.add(ToxicSpec.latency(5, 0));
        proxy.add(ToxicSpec.slicer(100, 10));

        connections.forEach(
                each -> each.client().sendPattern(each.client().fd(), length).returns(length));
        connections.forEach(each -> each.server()
                .send(each.server().recv(length, MSG_WAITALL).data())
                .returns(length));

        connections.forEach(each -> each.client()
                .recv(length, MSG_WAITALL)
                .receives(new Pattern(each.client().fd()).bytes(0, length)));
    }

    @Clause("fault-proxy.transfer.chain-integrity")
    void bothDirectionsArriveUnchangedAtTheSameTime(Proxy proxy) {
        var connection = proxy.connect();
        proxy.add(ToxicSpec.latency(5, 5));
        proxy.add(ToxicSpec.slicer(4000, 10));
        proxy.add(ToxicSpec.bandwidth(8000));
        proxy.add(ToxicSpec.latency(5, 5).upstream());
        proxy.add(ToxicSpec.slicer(4000, 10).upstream());

        var fromClient = connection.client().sendPattern(1, PIECES * PIECE);
        var fromServer = connection.server().sendPattern(2, PIECES * PIECE);
        for (int i = 0; i < PIECES; i++) {
            receivesPiece(connection.client(), 2, i);
            receivesPiece(connection.server(), 1, i);
        }
        fromClient.returns(PIECES * PIECE);
        fromServer.returns(PIECES * PIECE);
    }

    private static void receivesPiece(Socket socket, long seed, int index) {
        socket.recv(PIECE, MSG_WAITALL).receives(new Pattern(seed).bytes((long) index * PIECE, PIECE));
    }
}
