package org.sockspec.specs.send;

import static org.sockspec.api.MessageFlag.MSG_NOSIGNAL;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class NotConnectedSpec {

    @Clause("send.enotconn.stream-unconnected")
    void refusesToSend(Host host) {
        host.socket().send("x", MSG_NOSIGNAL).isAccepted();
    }
}
