package org.sockspec.specs.recv;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class NotConnectedSpec {

    @Clause("recv.enotconn.stream-unconnected")
    void refusesToReceive(Host host) {
        var socket = host.socket();

        socket.recv(1).isAccepted();
        socket.recvFrom(1).isAccepted();
        socket.recvMessage(1).isAccepted();
        socket.read(1).isAccepted();
    }
}
