package org.sockspec.specs.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.api.Domain.AF_INET;
import static org.sockspec.api.Errno.EADDRINUSE;
import static org.sockspec.api.SocketOption.IPV6_V6ONLY;
import static org.sockspec.api.SocketType.SOCK_DGRAM;
import static org.sockspec.api.SocketType.SOCK_STREAM;

import java.util.stream.Stream;
import org.sockspec.api.Address;
import org.sockspec.api.Domain;
import org.sockspec.api.OptionValue;
import org.sockspec.api.SocketType;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Network;
import org.sockspec.harness.Observation;
import org.sockspec.harness.OutcomeAssert;
import org.sockspec.harness.OwnProcess;
import org.sockspec.harness.Socket;

class InUseSpec {

    @Clause("bind.in-use.listening")
    void whileAListenerHoldsTheAddress(Host host) {
        var listener = host.boundSocket();
        listener.listen(1).succeeds();
        var second = host.socket();

        second.bind(listener.address()).isAccepted();

        listener.close().succeeds();
        second.bind(listener.address()).succeeds();
    }

    @Clause("bind.in-use.wildcard-after-specific")
    void wildcardWhileOneHostIsTaken(Network net, Host host) {
        var address = net.addressFreeOnAllHosts();

        mayExcludeEachOther(host, address, net.wildcard(address));
    }

    @Clause("bind.in-use.specific-after-wildcard")
    void oneHostWhileTheWildcardIsTaken(Network net, Host host) {
        var address = net.addressFreeOnAllHosts();

        mayExcludeEachOther(host, net.wildcard(address), address);
    }

    @Clause("bind.in-use.other-address-free")
    void neverAtAnotherHost(Network net, Host host) {
        var holder = host.boundSocket();

        host.socket().bind(net.onAnotherHost(holder.address())).isAccepted();
    }

    @Clause("bind.in-use.protocols-separate")
    void neverByAnotherProtocol(Domain domain, SocketType type, Host host) {
        var holder = host.boundSocket();

        host.socket(domain, type == SOCK_STREAM ? SOCK_DGRAM : SOCK_STREAM)
                .bind(holder.address())
                .isAccepted();
    }

    @Clause("bind.in-use.v4-v6-separate")
    void neverByTheOtherVersionOfTheProtocol(Network net, SocketType type, Host host) {
        var holder = host.boundSocket();

        host.socket(AF_INET, type).bind(onIpv4(holder.address())).isAccepted();
    }

    @Clause("bind.in-use.dual-stack-conflict")
    void byASocketOfBothVersions(Network net, SocketType type, Host host) {
        var wildcard = net.wildcard(net.freeAddress());
        var onIpv4 = onIpv4(wildcard);

        var first = host.socket(AF_INET, type);
        first.bind(onIpv4).succeeds();
        var both = dualStack(host, true);
        both.bind(wildcard).isAccepted();
        both.close().succeeds();
        var separate = dualStack(host, false);
        separate.bind(wildcard).succeeds();
        first.close().succeeds();
        separate.close().succeeds();

        dualStack(host, true).bind(wildcard).succeeds();
        host.socket(AF_INET, type).bind(onIpv4).isAccepted();
    }

    @OwnProcess
    @Clause("bind.in-use.race")
    void byOneOfManyWhoTryAtOnce(Network net, Host client, Host server, Observation seen) {
        var address = net.freeAddress();
        var rivals = Stream.of(client, server, client, server, client, server, client, server)
                .map(Host::socket)
                .toList();

        var attempts = rivals.stream().map(rival -> rival.bind(address)).toList();

        var losers = attempts.stream().filter(OutcomeAssert::hasFailed).toList();
        losers.forEach(loser -> loser.failsWith(EADDRINUSE));
        assertThat(losers).hasSize(rivals.size() - 1);
        seen.is("one-succeeds");
    }

    private static void mayExcludeEachOther(Host host, Address held, Address wanted) {
        var holder = host.boundSocket(held);
        var second = host.socket();

        second.bind(wanted).isAccepted();

        holder.close().succeeds();
        second.close().succeeds();
        host.boundSocket(wanted);
    }

    private static Socket dualStack(Host host, boolean both) {
        var socket = host.socket();
        socket.set(IPV6_V6ONLY, OptionValue.of(both ? 0 : 1)).succeeds();
        return socket;
    }

    private static Address onIpv4(Address address) {
        return new Address.Inet("127.0.0.1", ((Address.WithPort) address).port());
    }
}
