package org.sockspec.specs.serverhelper;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Network;

class RestartSpec {
    /** Segments that overtake each other may end a TIME_WAIT early (RFC 1337), but hardly all of so many. */
    private static final int CLIENTS = 8;

    @Clause("server-helper.restart-time-wait")
    void findsOldConnectionsInTimeWait(Network net, Host client, Host server) {
        var address = net.freeAddress();
        var listener = server.initServer(address).socket();
        for (int i = 0; i < CLIENTS; i++) {
            var connection = client.connectTo(listener);
            connection.server().close().succeeds();
            connection.client().recv(1).receivesEndOfFile();
            connection.client().close().succeeds();
        }
        listener.close().succeeds();

        server.initServer(address).isAccepted();
    }
}
