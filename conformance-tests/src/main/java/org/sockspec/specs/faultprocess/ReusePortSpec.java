package org.sockspec.specs.faultprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.api.Errno.EAGAIN;
import static org.sockspec.api.Errno.ECONNRESET;
import static org.sockspec.api.MessageFlag.MSG_DONTWAIT;
import static org.sockspec.api.SocketOption.SO_REUSEPORT;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sockspec.api.Address;
import org.sockspec.api.OptionValue;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Network;
import org.sockspec.harness.Socket;

class ReusePortSpec {
    private static final int CLIENTS = 20;

    @Clause("fault-process.reuseport.group-member-killed")
    void onlyTheConnectionsOfTheKilledMemberEnd(Network net, Host client, Host server) {
        var address = net.freeAddress();
        member(server, address);
        var survivor = member(client, address).nonBlocking();
        var clients = connected(client, address);
        var accepted = acceptAll(survivor);

        server.kill();

        for (var socket : clients) {
            boolean survives = accepted.contains(socket.name().address());
            socket.recv(1, MSG_DONTWAIT).failsWith(survives ? EAGAIN : ECONNRESET);
        }
        assertThat(accepted).as("clients of the survivor").hasSizeBetween(1, CLIENTS - 1);
        connected(client, address);
        assertThat(acceptAll(survivor)).hasSize(CLIENTS);
    }

    private static Socket member(Host host, Address address) {
        var socket = host.socket();
        socket.set(SO_REUSEPORT, OptionValue.of(1)).succeeds();
        socket.bind(address).succeeds();
        socket.listen(2 * CLIENTS).succeeds();
        return socket;
    }

    private static List<Socket> connected(Host client, Address address) {
        var sockets = Stream.generate(client::socket).limit(CLIENTS).toList();
        sockets.forEach(socket -> socket.connect(address).succeeds());
        return sockets;
    }

    private static List<Address> acceptAll(Socket listener) {
        var peers = new ArrayList<Address>();
        var accepting = listener.accept();
        while (!accepting.hasFailed()) {
            peers.add(accepting.address());
            accepting = listener.accept();
        }
        accepting.failsWith(EAGAIN);
        return peers;
    }
}
