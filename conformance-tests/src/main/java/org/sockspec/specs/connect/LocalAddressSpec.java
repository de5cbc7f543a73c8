package org.sockspec.specs.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.api.Errno.ECONNREFUSED;

import java.util.stream.Stream;
import org.sockspec.api.Address;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Link;
import org.sockspec.harness.Network;
import org.sockspec.harness.Observation;
import org.sockspec.harness.OutcomeAssert;
import org.sockspec.harness.Socket;

class LocalAddressSpec {
    private static final int CLIENTS = 20;

    @Clause("connect.autobind.inet")
    void isAssignedWithAPort(Host client, Host server) {
        var socket = client.socket();
        assertThat(socket.port()).isZero();

        socket.connect(server.target()).succeeds();

        assertThat(socket.port()).isNotZero();
    }

    @Clause("connect.autobind.unix")
    void mayBeAPath(Host client, Host server, Observation seen) {
        var socket = client.socket();

        socket.connect(server.target()).succeeds();

        seen.is(socket.name().address().equals(new Address.UnixUnnamed()) ? "unnamed" : "named");
    }

    @Clause("connect.autobind.distinct")
    void isAnotherOneForEveryClient(Host client, Host server) {
        var listener = server.listener();

        var clients = Stream.generate(() -> client.connectTo(listener).client()).limit(CLIENTS);

        assertThat(clients.map(Socket::port)).doesNotHaveDuplicates();
    }

    @Clause("connect.bound-client")
    void isWhatTheSocketWasBoundTo(Network net, Host client, Host server) {
        var listener = server.listener();
        var address = net.freeAddress();
        var socket = client.boundSocket(address);

        socket.connect(listener).succeeds();

        socket.name().storesAddress(address);
        listener.accept().storesAddress(address);
    }

    @Clause("connect.failed.bound-name-kept")
    void mayOrMayNotSurviveARefusal(Network net, Host client, Host server, Observation seen) {
        var address = net.freeAddress();
        var socket = client.boundSocket(address);

        socket.connect(server.boundSocket()).failsWith(ECONNREFUSED);

        seen.is(socket.name().address().equals(address) ? "kept" : "lost");
    }

    @Clause("connect.ports-exhausted")
    void isNotAssignedWhenNoPortIsLeft(Link link, Host crowded) {
        var listener = crowded.listener();
        for (int number = 1; number <= link.portsToAssign(); number++) {
            crowded.connectTo(listener);
        }

        crowded.socket().connect(listener).isAccepted();

        crowded.connectTo(crowded.listener());
    }

    @Clause("connect.ports-exhausted.dgram")
    void isNotAssignedToADatagramSocketWhenNoPortIsLeft(Link link, Host crowded) {
        var target = crowded.boundSocket();
        var failed = Stream.generate(() -> crowded.socket().connect(target))
                .limit(link.portsToAssign() + 1)
                .filter(OutcomeAssert::hasFailed)
                .toList();

        assertThat(failed).isNotEmpty();
        failed.forEach(OutcomeAssert::isAccepted);
    }
}
