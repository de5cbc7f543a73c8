package org.sockspec.specs.faultproxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.sockspec.api.Bytes;
import org.sockspec.api.Pattern;
import org.sockspec.fault.toxiproxy.ToxicSpec;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Proxy;
import org.sockspec.harness.Socket;

class SlicerSpec {
    private static final Bytes MESSAGE = new Pattern(50).bytes(0, 50);

    @Clause("fault-proxy.slicer.byte-at-a-time")
    void losesNothing(Proxy proxy) {
        var received = Bytes.EMPTY;
        for (var piece : pieces(proxy, ToxicSpec.slicer(1, 2_000))) {
            received = received.plus(piece);
        }

        assertThat(received).isEqualTo(MESSAGE);
    }

    @Clause("fault-proxy.slicer.no-boundaries")
    void makesOneSendTakeSeveralRecvs(Proxy proxy) {
        assertThat(pieces(proxy, ToxicSpec.slicer(10, 100_000))).hasSizeGreaterThan(1);
    }

    /** Receives until end of file; the first call waits before anything is sent, so that no piece is missed. */
    private static List<Bytes> pieces(Proxy proxy, ToxicSpec slicer) {
        var connection = proxy.connect();
        proxy.add(slicer);
        var receiving = connection.client().recv(100);
        receiving.staysBlocked();
        connection.server().send(MESSAGE).returns(MESSAGE.length());
        connection.server().close().succeeds();

        var pieces = new ArrayList<Bytes>();
        for (var piece = receiving.data(); piece.length() > 0; piece = next(connection.client())) {
            pieces.add(piece);
        }
        return pieces;
    }

    private static Bytes next(Socket socket) {
        return socket.recv(100).data();
    }
}
