package org.sockspec.specs.send;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class WriteSpec {

    @Clause("send.equiv.write-without-flags")
    void doesWhatSendDoes(Host client, Host server) {
        var connection = client.connectWith(server);
        var sender = connection.client();
        var receiver = connection.server();

        sender.write("written").returns(7);
        receiver.recv(16).receives("written");
        sender.send("sent").returns(4);
        receiver.recv(16).receives("sent");
        sender.write("again").returns(5);
        receiver.recv(16).receives("again");
    }
}
