package org.sockspec.specs.recv;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class EquivalentCallsSpec {

    @Clause("recv.equiv.read-and-recvfrom-null")
    void receiveTheSame(Host client, Host server) {
        var connection = client.connectWith(server);
        var sender = connection.client();
        var receiver = connection.server();

        sender.send("first").returns(5);
        receiver.read(16).receives("first");
        sender.send("second").returns(6);
        receiver.recvFromWithoutAddress(16).receives("second");
        sender.send("third").returns(5);
        receiver.recv(16).receives("third");
    }
}
