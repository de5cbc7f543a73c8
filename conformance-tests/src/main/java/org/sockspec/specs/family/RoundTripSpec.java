package org.sockspec.specs.family;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class RoundTripSpec {

    @Clause("family.roundtrip.both-directions")
    void carriesDataBothWays(Host client, Host server) {
        var connection = client.connectWith(server);

        connection.client().send("there").returns(5);
        connection.server().recv(16).receives("there");
        connection.server().send("back").returns(4);
        connection.client().recv(16).receives("back");
    }
}
