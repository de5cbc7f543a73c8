package org.sockspec.specs.dgram;

import static org.sockspec.api.SocketOption.SO_BROADCAST;

import org.sockspec.api.OptionValue;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Network;

class BroadcastSpec {

    @Clause({"dgram.broadcast.eacces-without-option", "dgram.broadcast.delivered-with-option"})
    void isSentOnlyWithTheOption(Network net, Host client, Host server) {
        var receiver = server.boundSocket(net.wildcard(net.addressFreeOnAllHosts()));
        var everybody = net.broadcast(receiver.address());
        var sender = client.socket();

        sender.sendTo(everybody, "without").fails();
        sender.set(SO_BROADCAST, OptionValue.of(1)).succeeds();
        sender.sendTo(everybody, "with").returns(4);

        receiver.recv(16).receives("with");
    }
}
