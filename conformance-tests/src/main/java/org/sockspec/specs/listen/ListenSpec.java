package org.sockspec.specs.listen;

import static org.sockspec.api.Errno.ECONNREFUSED;
import static org.sockspec.api.SocketOption.SO_ACCEPTCONN;

import java.util.List;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class ListenSpec {

    @Clause("listen.success")
    void succeedsOnABoundSocket(Host client, Host server) {
        var socket = server.boundSocket();

        socket.listen(16).isAccepted();

        client.connectTo(socket);
    }

    @Clause("listen.enables-connect")
    void letsClientsConnect(Host client, Host server) {
        var socket = server.boundSocket();

        client.socket().connect(socket).failsWith(ECONNREFUSED);
        socket.listen(16).succeeds();
        client.socket().connect(socket).succeeds();
    }

    @Clause("listen.error.eopnotsupp")
    void isNotForDatagramSockets(Host server) {
        for (var socket : List.of(server.socket(), server.boundSocket())) {
            socket.listen(16).isAccepted();
            socket.get(SO_ACCEPTCONN).hasValue(0);
        }
    }
}
