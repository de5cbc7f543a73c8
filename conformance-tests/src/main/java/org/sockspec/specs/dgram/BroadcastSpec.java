package org.sockspec.specs.dgram;

import static org.sockspec.api.SocketOption.SO_BROADCAST;

import org.sockspec.api.OptionValue;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Network;

class BroadcastSpec {

    @Clause("dgram.broadcast.eacces-without-option")
    void isRefusedWithoutTheOption(Network net, Host client) {
        client.socket()
                .sendTo(net.broadcast(net.addressFreeOnAllHosts()), "without")
                .fails();
    }

    @Clause("dgram.broadcast.delivered-with-option")
    void arrivesWithTheOption(Network net, Host client, Host server) {
        var receiver = server.boundSocket(net.wildcard(net.addressFreeOnAllHosts()));
        var sender = client.socket();
        sender.set(SO_BROADCAST, OptionValue.of(1)).succeeds();

        sender.sendTo(net.broadcast(receiver.address()), "with").returns(4);
        receiver.recv(16).receives("with");
    }
}
