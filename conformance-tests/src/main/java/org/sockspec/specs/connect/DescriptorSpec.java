package org.sockspec.specs.connect;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Network;

class DescriptorSpec {
    @Clause("connect.error.ebadf")
    void mustBeOpen(Network net, Host host) {
        var socket = host.socket();

        socket.as(-1).connect(net.freeAddress()).isAccepted();
        socket.as(Integer.MAX_VALUE).connect(net.freeAddress()).isAccepted();
    }

    @Clause("connect.error.enotsock")
    void mustBeASocket(Network net, Host host) {
        for (var end : host.pipe()) {
            end.connect(net.freeAddress()).isAccepted();
        }
    }
}
