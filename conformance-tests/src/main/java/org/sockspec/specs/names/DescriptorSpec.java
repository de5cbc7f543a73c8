package org.sockspec.specs.names;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class DescriptorSpec {

    @Clause("names.error.ebadf")
    void hasToBeOpen(Host host) {
        for (var socket : host.neverOpened()) {
            socket.name().isAccepted();
            socket.peerName().isAccepted();
        }
    }

    @Clause("names.error.enotsock")
    void hasToBeASocket(Host host) {
        for (var end : host.pipe()) {
            end.name().isAccepted();
            end.peerName().isAccepted();
        }
    }
}
