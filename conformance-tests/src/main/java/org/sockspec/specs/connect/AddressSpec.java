package org.sockspec.specs.connect;

import static org.sockspec.api.Domain.AF_INET;
import static org.sockspec.api.Domain.AF_INET6;
import static org.sockspec.api.Domain.AF_UNIX;
import static org.sockspec.api.SocketOption.IPV6_V6ONLY;
import static org.sockspec.api.SocketOption.SO_BROADCAST;
import static org.sockspec.api.SocketOption.SO_REUSEADDR;
import static org.sockspec.api.SocketType.SOCK_DGRAM;

import java.util.List;
import org.sockspec.api.Address;
import org.sockspec.api.Domain;
import org.sockspec.api.OptionValue;
import org.sockspec.api.SocketType;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Link;
import org.sockspec.harness.Network;

class AddressSpec {
    @Clause({"connect.error.eafnosupport", "connect.error.eafnosupport.unix"})
    void mustBeOfTheFamilyOfTheSocket(Domain domain, SocketType type, Host client, Host server) {
        var right = server.target().address();
        boolean mayTakeInet = domain == AF_INET6 && type == SOCK_DGRAM;
        for (var other : mayTakeInet ? List.of(AF_UNIX) : List.of(AF_INET, AF_INET6, AF_UNIX)) {
            if (other != domain) {
                client.socket()
                        .connect(new Address.Malformed(right, other, null))
                        .isAccepted();
            }
        }
    }

    @Clause("connect.error.eafnosupport.inet6-dgram")
    void mustNotBeAnInetAddressForAnInet6DatagramSocket(Host client, Host server) {
        var right = server.target().address();

        client.socket().connect(new Address.Malformed(right, AF_INET, null)).isAccepted();
    }

    @Clause("connect.error.short-length")
    void mustBeLongEnough(Host client, Host server) {
        var right = server.target().address();
        var socket = client.socket();
        for (int length : List.of(0, 1, 2)) {
            socket.connect(new Address.Malformed(right, null, length)).isAccepted();
        }

        client.socket().connect(right).succeeds();
    }

    @Clause("connect.error.eaddrnotavail")
    void mustNotBeABroadcastAddressForAStream(Network net, Link link, Host client, Host server) {
        var listener = server.listener(net.wildcard(net.addressFreeOnAllHosts()));

        client.socket().connect(link.broadcast(listener)).isAccepted();
    }

    @Clause("connect.error.broadcast")
    void mustNotBeABroadcastAddressWithoutTheOption(Network net, Host client, Host server) {
        var broadcast = net.broadcast(server.boundSocket().address());
        var socket = client.socket();

        socket.connect(broadcast).isAccepted();

        socket.set(SO_BROADCAST, OptionValue.of(1)).succeeds();
        socket.connect(broadcast).succeeds();
    }

    @Clause("connect.any-address")
    void mayBeTheWildcard(Network net, Host client, Host server) {
        var wildcard = net.wildcard(net.addressFreeOnAllHosts());
        var target = server.socket();
        target.bind(wildcard).succeeds();
        if (target.type().isConnectionMode()) {
            target.listen(1).succeeds();
        }

        client.socket().connect(wildcard).isAccepted();
    }

    @Clause("connect.self")
    void mayBeThatOfTheSocketItself(Host host) {
        var socket = host.boundSocket();

        socket.connect(socket).isAccepted();
    }

    @Clause("connect.v4-mapped")
    void mayBeAnInetAddressMappedToInet6(SocketType type, Network net, Host client, Host server) {
        int port = ((Address.WithPort) net.addressFreeOnAllHosts()).port();
        var target = server.socket(AF_INET, type);
        target.bind(new Address.Inet("127.0.0.1", port)).succeeds();
        if (type.isConnectionMode()) {
            target.listen(1).succeeds();
        }
        var socket = client.socket();
        socket.set(IPV6_V6ONLY, OptionValue.of(0)).succeeds();

        socket.connect(new Address.Inet6("::ffff:127.0.0.1", port)).isAccepted();

        socket.send("x").succeeds();
        var caller = type.isConnectionMode() ? target.accept() : target.recvFrom(1);
        int callersPort = socket.port();
        caller.storesAddress(new Address.Inet("127.0.0.1", callersPort));
    }

    @Clause("connect.same-tuple")
    void mayNotMakeASecondConnectionOfTheSameAddresses(Network net, Host client, Host server) {
        var listener = server.listener();
        var first = client.socket();
        var second = client.socket();
        first.set(SO_REUSEADDR, OptionValue.of(1)).succeeds();
        second.set(SO_REUSEADDR, OptionValue.of(1)).succeeds();
        first.bind(net.freeAddress()).succeeds();
        first.connect(listener).succeeds();

        var binding = second.bind(first.address());

        (binding.hasFailed() ? binding : second.connect(listener)).isAccepted();
    }
}
