package org.sockspec.specs.dgram;

import static org.sockspec.api.SocketOption.SO_BROADCAST;

import org.sockspec.api.OptionValue;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Link;
import org.sockspec.harness.Network;

class BroadcastSpec {

    @Clause("dgram.broadcast.eacces-without-option")
    void isRefusedWithoutTheOption(Network net, Link link, Host client, Host server) {
        var receiver = server.boundSocket(net.wildcard(net.addressFreeOnAllHosts()));
        var sender = client.boundSocket();

        sender.sendTo(link.broadcast(receiver), "without").fails();

        sender.set(SO_BROADCAST, OptionValue.of(1)).succeeds();
        sender.sendTo(link.broadcast(receiver), "with").returns(4);
        receiver.recv(16).receives("with");
    }

    @Clause("dgram.broadcast.delivered-with-option")
    void arrivesWithTheOption(Network net, Link link, Host client, Host server) {
        var receiver = server.boundSocket(net.wildcard(net.addressFreeOnAllHosts()));
        var sender = client.socket();
        sender.set(SO_BROADCAST, OptionValue.of(1)).succeeds();

        sender.sendTo(link.broadcast(receiver), "with").returns(4);
        receiver.recv(16).receives("with");
    }
}
