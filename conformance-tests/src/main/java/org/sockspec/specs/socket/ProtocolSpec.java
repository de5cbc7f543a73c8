package org.sockspec.specs.socket;

import static org.sockspec.api.Protocol.DEFAULT;
import static org.sockspec.api.Protocol.IPPROTO_TCP;
import static org.sockspec.api.Protocol.IPPROTO_UDP;
import static org.sockspec.api.SocketType.SOCK_STREAM;

import org.sockspec.api.Domain;
import org.sockspec.api.SocketType;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Network;

class ProtocolSpec {

    @Clause("socket.protocol.zero-is-default")
    void zeroWorksTogetherWithTheOneThatIsNamed(Domain domain, SocketType type, Network net, Host client, Host server) {
        boolean stream = type == SOCK_STREAM;
        var named = server.createSocket(domain, type, stream ? IPPROTO_TCP : IPPROTO_UDP)
                .socket();
        named.bind(net.freeAddress()).succeeds();
        if (stream) {
            named.listen(1).succeeds();
        }

        var byDefault = client.createSocket(domain, type, DEFAULT).socket();
        byDefault.connect(named).succeeds();
        byDefault.send("x").returns(1);

        var receiving = stream ? named.accept().socket() : named;
        receiving.recv(16).receives("x");
    }

    @Clause("socket.protocol.explicit")
    void canBeNamed(Domain domain, SocketType type, Host host) {
        host.createSocket(domain, type, type == SOCK_STREAM ? IPPROTO_TCP : IPPROTO_UDP)
                .socket();
    }
}
