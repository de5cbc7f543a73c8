package org.sockspec.specs.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.sockspec.api.Address;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Directory;
import org.sockspec.harness.Host;
import org.sockspec.harness.Network;

class LocalNameSpec {

    @Clause("names.local.bound")
    void isTheAddressGivenToBind(Network net, Host host) {
        var address = net.freeAddress();

        host.boundSocket(address).name().storesAddress(address);

        if (address instanceof Address.WithPort withPort) {
            var anyPort = withPort.withPort(0);
            var assigned = (Address.WithPort) host.boundSocket(anyPort).name().address();
            assertThat(assigned.withPort(0)).isEqualTo(anyPort);
            assertThat(assigned.port()).isNotZero();
        }
    }

    @Clause("names.local.family")
    void isOfTheFamilyOfTheSocket(Network net, Host host) {
        var address = net.freeAddress();

        assertThat(host.boundSocket(address).name().address()).hasSameClassAs(address);
    }

    @Clause("names.local.listening")
    void staysWhenTheSocketStartsToListen(Host host) {
        var socket = host.boundSocket();
        var before = socket.name().address();

        socket.listen(1).succeeds();

        socket.name().storesAddress(before);
    }

    @Clause("names.local.survives-unlink")
    void staysWhenItsFileIsUnlinked(Directory directory, Host client, Host server) {
        var target = server.target();
        var peer = client.socket();
        peer.connect(target).succeeds();

        directory.unlink(target.address());

        target.name().storesAddress(target.address());
        peer.peerName().storesAddress(target.address());
    }

    @Clause("names.local.connected")
    void isWhatTheOtherEndSeesOfAClient(Host client, Host server) {
        var listener = server.listener();
        var socket = client.socket();

        socket.connect(listener).succeeds();

        socket.name().storesAddress(listener.accept().address());
    }

    @Clause("names.local.accepted")
    void ofAnAcceptedSocketIsTheAddressTheClientAskedFor(Network net, Host client, Host server) {
        var address = net.addressFreeOnAllHosts();
        var listener = server.listener(net.wildcard(address));

        client.socket().connect(address).succeeds();

        listener.accept().socket().name().storesAddress(address);
    }

    @Clause("names.local.dgram-after-connect")
    void keepsItsPortWhenADatagramSocketConnects(Network net, Host client, Host server) {
        var local = net.addressFreeOnAllHosts();
        var socket = client.boundSocket(net.wildcard(local));

        socket.connect(server.boundSocket()).succeeds();

        var name = (Address.WithPort) socket.name().address();
        assertThat(name.port()).isEqualTo(((Address.WithPort) local).port());
    }

    @Clause("names.local.dgram-after-send")
    void hasAPortAfterTheFirstSend(Host client, Host server) {
        var receiver = server.boundSocket();
        var sender = client.socket();

        sender.sendTo(receiver.address(), "ask").returns(3);

        var name = (Address.WithPort) sender.name().address();
        assertThat(name.port()).isNotZero();
        var source = (Address.WithPort) receiver.recvFrom(16).address();
        assertThat(source.port()).isEqualTo(name.port());
        receiver.sendTo(source, "answer").returns(6);
        sender.recv(16).receives("answer");
    }
}
