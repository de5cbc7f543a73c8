package org.sockspec.specs.connect;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Network;

class DatagramSpec {

    @Clause("connect.dgram.sets-peer")
    void setsThePeerAndSendsNothing(Network net, Host client, Host server) {
        var nobody = net.freeAddress();
        var alone = client.socket();
        alone.connect(nobody).isAccepted();
        alone.peerName().storesAddress(nobody);

        var receiver = server.boundSocket();
        var sender = client.socket();
        sender.connect(receiver).isAccepted();
        sender.send("the first").succeeds();
        receiver.recv(16).receives("the first");
    }
}
