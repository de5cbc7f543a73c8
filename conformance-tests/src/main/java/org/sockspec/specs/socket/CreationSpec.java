package org.sockspec.specs.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.api.Shutdown.SHUT_WR;
import static org.sockspec.api.SocketOption.SO_KEEPALIVE;
import static org.sockspec.api.SocketOption.SO_TYPE;

import java.util.List;
import org.sockspec.api.OptionValue;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class CreationSpec {

    @Clause("socket.returns.descriptor")
    void returnsAnOpenDescriptor(Host host) {
        var socket = host.socket();

        assertThat(socket.fd()).isNotNegative();
        socket.descriptorFlags().succeeds();
    }

    @Clause("socket.returns.lowest-descriptor")
    void takesTheLowestFreeNumber(Host host) {
        var low = host.socket();
        var middle = host.socket();
        var high = host.socket();

        middle.close().succeeds();
        high.close().succeeds();
        low.close().succeeds();

        assertThat(List.of(host.socket().fd(), host.socket().fd(), host.socket().fd()))
                .containsExactly(low.fd(), middle.fd(), high.fd());
    }

    @Clause("socket.distinct")
    void makesASocketOfItsOwnEachTime(Host host) {
        var first = host.socket();
        var second = host.socket();

        first.set(SO_KEEPALIVE, OptionValue.of(1)).succeeds();

        first.get(SO_KEEPALIVE).isOn();
        second.get(SO_KEEPALIVE).hasValue(0);
    }

    @Clause("socket.create.stream")
    void ofAStreamMakesAConnectionForBytes(Host client, Host server) {
        var connection = client.connectWith(server);

        connection.client().send("ab").returns(2);
        connection.client().shutdown(SHUT_WR).succeeds();
        connection.server().recv(1).receives("a");
        connection.server().recv(1).receives("b");
        connection.client().get(SO_TYPE).hasValue("SOCK_STREAM");
    }

    @Clause("socket.create.dgram")
    void ofADatagramSocketMakesMessagesPossibleWithoutAConnection(Host client, Host server) {
        var receiver = server.boundSocket();
        var sender = client.socket();

        sender.sendTo(receiver.address(), "ab").returns(2);
        receiver.recv(16).receives("ab");
        sender.get(SO_TYPE).hasValue("SOCK_DGRAM");
    }

    @Clause("socket.create.seqpacket")
    void ofASequencedPacketSocketMakesAConnectionForRecords(Host client, Host server) {
        var connection = client.connectWith(server);

        connection.client().send("ab").returns(2);
        connection.client().send("cde").returns(3);
        connection.server().recv(16).receives("ab");
        connection.server().recv(16).receives("cde");
        connection.client().get(SO_TYPE).hasValue("SOCK_SEQPACKET");
    }
}
