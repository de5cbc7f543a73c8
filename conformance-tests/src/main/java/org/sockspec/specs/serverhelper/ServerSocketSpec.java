package org.sockspec.specs.serverhelper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.api.FileFlag.FD_CLOEXEC;
import static org.sockspec.api.FileFlag.O_NONBLOCK;
import static org.sockspec.api.SocketFlag.SOCK_CLOEXEC;
import static org.sockspec.api.SocketOption.SO_ACCEPTCONN;
import static org.sockspec.api.SocketOption.SO_DOMAIN;

import org.sockspec.api.Address;
import org.sockspec.api.Call;
import org.sockspec.api.Domain;
import org.sockspec.api.OptionValue;
import org.sockspec.api.SocketType;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Network;
import org.sockspec.harness.Observation;

class ServerSocketSpec {

    @Clause({"server-helper.stream", "server-helper.seqpacket"})
    void isBoundAndListens(Network net, Host client, Host server) {
        var address = net.freeAddress();

        var listener = server.initServer(address).socket();

        listener.name().storesAddress(address);
        listener.get(SO_ACCEPTCONN).isOn();
        client.socket().connect(address).succeeds();
        listener.accept().socket();
    }

    @Clause("server-helper.dgram-not-listening")
    void isOnlyBoundForDatagrams(Network net, Host client, Host server) {
        var address = net.freeAddress();

        var socket = server.initServer(address).socket();

        assertThat(server.calls(Call.Listen.class)).isEmpty();
        socket.get(SO_ACCEPTCONN).hasValue(0);
        client.socket().sendTo(address, "hello").succeeds();
        socket.recv(16).receives("hello");
    }

    @Clause("server-helper.family-from-address")
    void isOfTheFamilyOfTheAddress(Network net, Host server, Domain domain) {
        server.initServer(net.freeAddress()).socket().get(SO_DOMAIN).hasValue(domain.name());
    }

    @Clause("server-helper.queue-length")
    void hasTheQueueLengthThatWasGiven(Network net, Host server) {
        server.initServer(server.api(), net.freeAddress(), 1).succeeds();
        server.initServer(server.api(), net.freeAddress(), 5).succeeds();

        assertThat(server.calls(Call.Listen.class))
                .extracting(Call.Listen::backlog)
                .containsExactly(1, 5);
    }

    @Clause("server-helper.port-zero")
    void hasAPortOfTheSystemsChoiceForPortZero(Network net, Host client, Host server, SocketType type) {
        var anyPort = ((Address.WithPort) net.freeAddress()).withPort(0);

        var socket = server.initServer(anyPort).socket();

        var address = (Address.WithPort) socket.name().address();
        assertThat(address.port()).isNotZero();
        var peer = client.socket();
        peer.connect(anyPort.withPort(address.port())).succeeds();
        peer.send("hello").succeeds();
        var receiver = type.isConnectionMode() ? socket.accept().socket() : socket;
        receiver.recv(16).receives("hello");
    }

    @Clause("server-helper.attributes")
    void isBlockingAndNotClosedOnExec(Network net, Host server) {
        var socket = server.initServer(net.freeAddress()).socket();

        socket.flags().hasNoFlag(O_NONBLOCK);
        socket.descriptorFlags().hasNoFlag(FD_CLOEXEC);
    }

    @Clause("server-helper.type-with-flags")
    void hasTheCreationFlagsThatWereGiven(Network net, Host server, Observation observation) {
        var address = net.freeAddress();

        var socket = server.initServer(server.api(), address, 16, SOCK_CLOEXEC).socket();

        socket.name().storesAddress(address);
        socket.descriptorFlags().hasFlag(FD_CLOEXEC);
        var listens = socket.get(SO_ACCEPTCONN).returned().option();
        observation.is(OptionValue.of(1).equals(listens) ? "listening" : "not-listening");
    }
}
