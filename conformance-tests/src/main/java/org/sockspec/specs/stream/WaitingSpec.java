package org.sockspec.specs.stream;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class WaitingSpec {

    @Clause("stream.recv.blocks-until-data")
    void endsWhenDataArrives(Host client, Host server) {
        var connection = client.connectWith(server);

        var receiving = connection.server().recv(16);
        receiving.staysBlocked();

        connection.client().send("x").returns(1);
        receiving.receives("x");
    }
}
