package org.sockspec.specs.nonblockingconnect;

import static org.sockspec.api.PollEvent.POLLIN;
import static org.sockspec.api.PollEvent.POLLOUT;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class SuccessSpec {

    @Clause("nonblocking-connect.success.poll")
    void pollReportsWritableAndNothingElse(Host client, Host server) {
        var socket = client.socket().nonBlocking();
        socket.connect(server.listener()).startsOrSucceeds();

        socket.poll(POLLIN, POLLOUT).reports(POLLOUT);
    }
}
