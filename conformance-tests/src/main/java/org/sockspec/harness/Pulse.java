package org.sockspec.harness;

import org.sockspec.api.Bytes;
import org.sockspec.api.SocketType;

/** A connection that only shows progress while something else is blocked. */
final class Pulse {
    private static final Bytes BEAT = Bytes.of(".");

    private final Socket from;
    private final Socket to;

    private Pulse(Socket from, Socket to) {
        this.from = from;
        this.to = to;
    }

    static Pulse start(Host host) {
        var domain = host.run().domain();
        var listener = host.socket(domain, SocketType.SOCK_STREAM);
        listener.bind(host.freshAddress()).succeeds();
        listener.listen(1).succeeds();
        var from = host.socket(domain, SocketType.SOCK_STREAM);
        from.connect(listener).succeeds();
        return new Pulse(from, listener.accept().socket());
    }

    void beat() {
        from.send(BEAT).returns(BEAT.length());
        to.recv(BEAT.length()).receives(BEAT);
    }
}
