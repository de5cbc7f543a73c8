package org.sockspec.specs.bind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.sockspec.api.Address;
import org.sockspec.api.SocketType;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Network;
import org.sockspec.harness.Socket;

class PortZeroSpec {

    private static final int MANY = 20;

    @Clause("bind.port-zero.assigns")
    void givesAPortThatClientsReach(Network net, SocketType type, Host client, Host server) {
        var socket = server.boundSocket(anyPort(net));
        assertThat(port(socket)).isNotZero();

        if (type.isConnectionMode()) {
            socket.listen(1).succeeds();
        }
        client.socket().connect(socket.name().address()).succeeds();
    }

    @Clause("bind.port-zero.distinct")
    void givesEachSocketAnotherPort(Network net, Host host) {
        assertThat(manyPorts(net, host)).doesNotHaveDuplicates();
    }

    @Clause("bind.port-zero.not-privileged")
    void givesNoPrivilegedPort(Network net, Host host) {
        assertThat(manyPorts(net, host)).allMatch(port -> port >= 1024);
    }

    private static List<Integer> manyPorts(Network net, Host host) {
        var anyPort = anyPort(net);
        return Stream.generate(() -> port(host.boundSocket(anyPort)))
                .limit(MANY)
                .toList();
    }

    private static Address anyPort(Network net) {
        return ((Address.WithPort) net.freeAddress()).withPort(0);
    }

    private static int port(Socket socket) {
        return ((Address.WithPort) socket.name().address()).port();
    }
}
