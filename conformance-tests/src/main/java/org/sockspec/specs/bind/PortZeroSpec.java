package org.sockspec.specs.bind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.sockspec.api.SocketType;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Network;
import org.sockspec.harness.OwnProcess;

class PortZeroSpec {

    private static final int MANY = 20;

    @Clause("bind.port-zero.assigns")
    void givesAPortThatClientsReach(Network net, SocketType type, Host client, Host server) {
        var socket = server.boundSocket(net.anyPort());
        assertThat(socket.port()).isNotZero();

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

    @OwnProcess
    @Clause("bind.port-zero.exhausted")
    void isRefusedWhenAllPortsAreTaken(Network net, Host host) {
        var anyPort = net.anyPort();
        var holders = host.onEveryAutomaticPort(anyPort);
        var last = host.socket();

        last.bind(anyPort).isAccepted();

        holders.get(0).close().succeeds();
        last.bind(anyPort).succeeds();
    }

    private static List<Integer> manyPorts(Network net, Host host) {
        var anyPort = net.anyPort();
        return Stream.generate(() -> host.boundSocket(anyPort).port())
                .limit(MANY)
                .toList();
    }
}
