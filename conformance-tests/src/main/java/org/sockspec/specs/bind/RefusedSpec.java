package org.sockspec.specs.bind;

import static org.sockspec.api.Domain.AF_INET;
import static org.sockspec.api.Domain.AF_INET6;
import static org.sockspec.api.Domain.AF_UNSPEC;
import static org.sockspec.api.SocketOption.IPV6_V6ONLY;

import java.util.List;
import org.sockspec.api.Address;
import org.sockspec.api.Domain;
import org.sockspec.api.OptionValue;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Network;

class RefusedSpec {

    private static final int SOCKADDR_UN = 110;
    private static final int SOCKADDR_STORAGE = 128;

    @Clause("bind.error.ebadf")
    void onNoDescriptor(Network net, Host host) {
        for (var socket : host.neverOpened()) {
            socket.bind(net.freeAddress()).isAccepted();
        }
    }

    @Clause("bind.error.enotsock")
    void onAPipe(Network net, Host host) {
        for (var end : host.pipe()) {
            end.bind(net.freeAddress()).isAccepted();
        }
    }

    @Clause("bind.not-local")
    void forAnAddressOfNoHost(Network net, Host host) {
        host.socket().bind(net.addressOfNoHost()).isAccepted();
    }

    @Clause({"bind.error.eafnosupport", "bind.error.eafnosupport-unix"})
    void forAnAddressOfAnotherFamily(Network net, Domain domain, Host host) {
        var other = domain == AF_INET ? AF_INET6 : AF_INET;

        host.socket()
                .bind(new Address.Malformed(net.freeAddress(), other, null))
                .isAccepted();
    }

    @Clause({"bind.error.family-unspec", "bind.error.family-unspec-inet6"})
    void forTheWildcardOfNoFamily(Network net, Host host) {
        var wildcard = net.wildcard(net.addressFreeOnAllHosts());

        host.socket().bind(new Address.Malformed(wildcard, AF_UNSPEC, null)).isAccepted();
    }

    @Clause("bind.error.short-length")
    void forALengthWithoutRoomForTheFamily(Network net, Host host) {
        for (int length : List.of(0, 1)) {
            host.socket()
                    .bind(new Address.Malformed(net.freeAddress(), null, length))
                    .isAccepted();
        }
    }

    @Clause("bind.error.long-length")
    void forTheLengthOfTheLongestAddress(Network net, Host host) {
        host.socket()
                .bind(new Address.Malformed(net.freeAddress(), null, SOCKADDR_STORAGE))
                .isAccepted();
    }

    @Clause("bind.error.null-address")
    void forANullPointer(Host host) {
        host.socket()
                .bind(new Address.Malformed(new Address.Null(), null, SOCKADDR_UN))
                .isAccepted();
    }

    @Clause("bind.asynchronous")
    void neverForTheTimeItTakes(Network net, Host host) {
        host.socket().nonBlocking().bind(net.freeAddress()).isAccepted();
    }

    @Clause("bind.inet6.v4-mapped")
    void forAMappedAddressOnlyByASocketThatIsForIpv6Alone(Network net, Host host) {
        var mapped = new Address.Inet6("::ffff:127.0.0.1", ((Address.WithPort) net.freeAddress()).port());
        var ipv6Only = host.socket();
        ipv6Only.set(IPV6_V6ONLY, OptionValue.of(1)).succeeds();
        var both = host.socket();
        both.set(IPV6_V6ONLY, OptionValue.of(0)).succeeds();

        ipv6Only.bind(mapped).fails();
        both.bind(mapped).isAccepted();
    }
}
