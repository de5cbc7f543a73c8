package org.sockspec.specs.bind;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Link;
import org.sockspec.harness.Network;

class AddressSpec {

    @Clause("bind.success")
    void isGivenWhenItIsFree(Network net, Host host) {
        host.socket().bind(net.freeAddress()).isAccepted();
    }

    @Clause("bind.in-use.same-address")
    void isRefusedWhileAnotherSocketHoldsIt(Host host) {
        var holder = host.boundSocket();
        var second = host.socket();

        second.bind(holder.address()).isAccepted();

        holder.close().succeeds();
        second.bind(holder.address()).succeeds();
    }

    @Clause("bind.inet6.link-local-scope")
    void mayHaveToTellTheLink(Link link, Host server) {
        server.socket().bind(link.linkLocalWithoutScope()).isAccepted();
    }
}
