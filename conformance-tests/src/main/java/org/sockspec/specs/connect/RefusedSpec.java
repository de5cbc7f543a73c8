package org.sockspec.specs.connect;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Network;

class RefusedSpec {

    @Clause("connect.refused.no-listener")
    void whenNobodyListens(Network net, Host client) {
        client.socket().connect(net.freeAddress()).isAccepted();
    }
}
