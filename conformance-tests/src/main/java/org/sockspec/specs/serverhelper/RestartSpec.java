package org.sockspec.specs.serverhelper;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Network;

class RestartSpec {
    @Clause("server-helper.restart-time-wait")
    void findsOldConnectionsInTimeWait(Network net, Host client, Host server) {
        var address = net.freeAddress();
        var listener = server.initServer(address).socket();
        client.leaveConnectionsInTimeWaitAt(listener);
        listener.close().succeeds();

        server.initServer(address).isAccepted();
    }
}
