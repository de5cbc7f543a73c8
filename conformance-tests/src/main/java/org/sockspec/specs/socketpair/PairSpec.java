package org.sockspec.specs.socketpair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.api.MessageFlag.MSG_DONTWAIT;
import static org.sockspec.api.Protocol.DEFAULT;
import static org.sockspec.api.SocketOption.SO_ACCEPTCONN;
import static org.sockspec.api.SocketOption.SO_DOMAIN;
import static org.sockspec.api.SocketOption.SO_TYPE;

import java.util.stream.Stream;
import org.sockspec.api.Address;
import org.sockspec.api.Domain;
import org.sockspec.api.SocketType;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Socket;

class PairSpec {

    @Clause("socketpair.success")
    void isTwoOpenSockets(Domain domain, SocketType type, Host host) {
        var pair = host.createSocketpair(domain, type, DEFAULT).isAccepted().pair();

        assertThat(pair.client().fd()).isNotEqualTo(pair.server().fd());
        for (var end : pair.ends()) {
            end.fstat().isOfType("S_IFSOCK");
        }
    }

    @Clause("socketpair.lowest-descriptors")
    void takesTheTwoLowestFreeNumbers(Host host) {
        var sockets = Stream.generate(host::socket).limit(4).toList();

        sockets.get(1).close().succeeds();
        sockets.get(3).close().succeeds();
        sockets.get(0).close().succeeds();

        assertThat(host.socketpair().ends().stream().map(Socket::fd))
                .containsExactlyInAnyOrder(sockets.get(0).fd(), sockets.get(1).fd());
    }

    @Clause("socketpair.connected")
    void carriesDataBothWays(Host host) {
        var pair = host.socketpair();

        pair.client().send("there").returns(5);
        pair.server().recv(16).receives("there");
        pair.server().send("back").returns(4);
        pair.client().recv(16).receives("back");
    }

    @Clause("socketpair.not-looped")
    void returnsNothingToTheEndThatSent(Host host) {
        var pair = host.socketpair();

        pair.client().send("x").returns(1);

        pair.client().recv(16, MSG_DONTWAIT).isAccepted();
        pair.server().recv(16).receives("x");
    }

    @Clause("socketpair.unnamed")
    void tellsItsNames(Host host) {
        for (var end : host.socketpair().ends()) {
            end.name().isAccepted();
            end.peerName().isAccepted();
        }
    }

    @Clause("socketpair.unnamed-on-linux")
    void hasNoNames(Host host) {
        for (var end : host.socketpair().ends()) {
            end.name().storesAddress(new Address.UnixUnnamed());
            end.peerName().storesAddress(new Address.UnixUnnamed());
        }
    }

    @Clause("socketpair.identical")
    void hasTwoEndsOfOneKind(Domain domain, SocketType type, Host host) {
        for (var end : host.socketpair().ends()) {
            end.get(SO_TYPE).hasValue(type.name());
            end.get(SO_DOMAIN).hasValue(domain.name());
            end.get(SO_ACCEPTCONN).hasValue(0);
        }
    }

    @Clause("socketpair.close.dgram-keeps-messages")
    void canBeReadFromWhenOneEndIsClosed(Host host) {
        var pair = host.socketpair();
        pair.server().send("left").returns(4);
        pair.server().close().succeeds();

        pair.client().recv(16).receives("left");
    }

    @Clause("socketpair.close.dgram")
    void cannotBeSentToWhenOneEndIsClosed(Host host) {
        var pair = host.socketpair();
        pair.server().close().succeeds();

        pair.client().send("x").isAccepted();
    }

    @Clause("socketpair.already-connected")
    void cannotBeConnectedAgain(Host client, Host server) {
        client.socketpair().client().connect(server.listener()).isAccepted();
    }
}
