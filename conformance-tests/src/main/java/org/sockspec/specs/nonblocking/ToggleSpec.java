package org.sockspec.specs.nonblocking;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class ToggleSpec {

    @Clause("nonblocking.toggle.set")
    void countsFromTheNextCallOn(Host client, Host server) {
        var connection = client.connectWith(server);
        var receiver = connection.server();

        var receiving = receiver.recv(1);
        receiving.staysBlocked();
        connection.client().send("x").returns(1);
        receiving.receives("x");

        receiver.nonBlocking();
        receiver.recv(1).isAccepted();
    }
}
