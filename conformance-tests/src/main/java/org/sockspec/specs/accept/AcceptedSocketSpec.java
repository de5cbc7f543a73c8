package org.sockspec.specs.accept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.api.SocketOption.SO_DOMAIN;
import static org.sockspec.api.SocketOption.SO_PROTOCOL;
import static org.sockspec.api.SocketOption.SO_TYPE;

import java.util.List;
import java.util.stream.Stream;
import org.sockspec.api.SocketOption;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class AcceptedSocketSpec {
    private static final List<SocketOption> KIND = List.of(SO_DOMAIN, SO_TYPE, SO_PROTOCOL);

    @Clause("accept.returns.new-descriptor")
    void hasANumberOfItsOwn(Host client, Host server) {
        var listener = server.listener();

        var first = client.connectTo(listener).server();
        var second = client.connectTo(listener).server();

        assertThat(List.of(listener.fd(), first.fd(), second.fd())).doesNotHaveDuplicates();
        first.descriptorFlags().succeeds();
        second.descriptorFlags().succeeds();
    }

    @Clause("accept.returns.same-kind")
    void isOfTheKindOfTheListener(Host client, Host server) {
        var listener = server.listener();

        var accepted = client.connectTo(listener).server();

        for (var option : KIND) {
            accepted.get(option).hasValue(listener.get(option).option());
        }
    }

    @Clause("accept.returns.connected-to-client")
    void isConnectedToTheClient(Host client, Host server) {
        var listener = server.listener();
        client.connectTo(listener);
        var caller = client.boundSocket();

        caller.connect(listener).succeeds();
        var accepted = listener.accept().socket();

        accepted.peerName().storesAddress(caller.address());
        caller.send("question").succeeds();
        accepted.recv(16).receives("question");
        accepted.send("answer").succeeds();
        caller.recv(16).receives("answer");
    }

    @Clause("accept.returns.lowest-descriptor")
    void hasTheLowestFreeNumber(Host client, Host server) {
        var listener = server.listener();
        client.socket().connect(listener).succeeds();
        var numbers = Stream.generate(() -> listener.dup().socket()).limit(3).toList();
        numbers.get(1).close().succeeds();

        assertThat(listener.accept().socket().fd()).isEqualTo(numbers.get(1).fd());
    }

    @Clause("accept.accepted.close-keeps-listener")
    void canBeClosedWithoutTheListener(Host client, Host server) {
        var listener = server.listener();

        client.connectTo(listener).server().close().succeeds();

        client.connectTo(listener);
    }

    @Clause("accept.connections-separate")
    void hasTheDataOfItsOwnClient(Host client, Host server) {
        var listener = server.listener();
        var first = client.connectTo(listener);
        var second = client.connectTo(listener);

        first.client().send("1").succeeds();
        second.client().send("2").succeeds();
        second.server().send("two").succeeds();
        first.server().send("one").succeeds();

        first.server().recv(16).receives("1");
        second.server().recv(16).receives("2");
        first.client().recv(16).receives("one");
        second.client().recv(16).receives("two");
    }
}
