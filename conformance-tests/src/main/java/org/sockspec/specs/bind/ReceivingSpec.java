package org.sockspec.specs.bind;

import java.util.List;
import org.sockspec.api.SocketType;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Network;

class ReceivingSpec {

    @Clause("bind.fresh-is-unnamed")
    void getsNothingThatWasSentBefore(Network net, Host client, Host server) {
        var address = net.freeAddress();
        var sender = client.socket();
        sender.sendTo(address, "early").returns(5);

        var receiver = server.boundSocket(address);
        sender.sendTo(address, "late").returns(4);

        receiver.recv(16).receives("late");
    }

    @Clause("bind.delivers-only-bound-address")
    void getsNothingThatWasSentToAnotherHost(Network net, Host client, Host server) {
        var receiver = server.boundSocket();
        var other = server.boundSocket(net.onAnotherHost(receiver.address()));
        var sender = client.socket();

        sender.sendTo(other.address(), "there").returns(5);
        sender.sendTo(receiver.address(), "here").returns(4);

        receiver.recv(16).receives("here");
        other.recv(16).receives("there");
    }

    @Clause("bind.wildcard-receives-all")
    void getsWhatWasSentToAnyHost(Network net, SocketType type, Host client, Host server) {
        var address = net.addressFreeOnAllHosts();
        var receiver = server.boundSocket(net.wildcard(address));
        if (type.isConnectionMode()) {
            receiver.listen(2).succeeds();
        }

        for (var host : List.of(address, net.onAnotherHost(address))) {
            var sender = client.socket();
            sender.connect(host).succeeds();
            sender.send(host.toString()).succeeds();

            var receiving = type.isConnectionMode() ? receiver.accept().socket() : receiver;
            receiving.recv(64).receives(host.toString());
        }
    }
}
