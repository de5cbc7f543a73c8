package org.sockspec.specs.connect;

import static org.sockspec.api.Errno.EAGAIN;
import static org.sockspec.api.Errno.EWOULDBLOCK;
import static org.sockspec.api.PollEvent.POLLIN;

import org.sockspec.api.Bytes;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Network;
import org.sockspec.harness.Observation;
import org.sockspec.harness.Socket;

class DatagramSpec {
    @Clause("connect.dgram.sets-peer")
    void setsThePeerAndSendsNothing(Network net, Host client, Host server) {
        var nobody = net.freeAddress();
        var alone = client.socket();
        alone.connect(nobody).isAccepted();
        alone.peerName().storesAddress(nobody);

        var receiver = server.boundSocket();
        var sender = client.socket();
        sender.connect(receiver).isAccepted();
        sender.send("the first").succeeds();
        receiver.recv(16).receives("the first");
    }

    @Clause("connect.dgram.default-destination")
    void saysWhereMessagesGo(Host client, Host server) {
        var peer = server.boundSocket();
        var socket = client.socket();

        socket.connect(peer).succeeds();

        socket.send("hello").returns(5);
        peer.recv(16).receives("hello");
    }

    @Clause("connect.dgram.reconnect")
    void changesThePeer(Host client, Host server) {
        var first = server.boundSocket();
        var second = server.boundSocket();
        var socket = client.socket();
        socket.connect(first).succeeds();

        socket.connect(second).isAccepted();

        socket.peerName().storesAddress(second.address());
        socket.send("hello").returns(5);
        second.recv(16).receives("hello");
        first.nonBlocking().recv(16).failsWith(EAGAIN, EWOULDBLOCK);
    }

    @Clause("connect.dgram.filters-source")
    void keepsMessagesOfOthersAway(Host client, Host server) {
        var peer = client.boundSocket();
        var other = client.boundSocket();
        var receiver = receiverThatHears(other, server);

        receiver.connect(peer).succeeds();

        other.sendTo(receiver.address(), "stray").succeeds();
        peer.sendTo(receiver.address(), "wanted").succeeds();
        receiver.recv(16).receives("wanted");
    }

    @Clause("connect.dgram.filters-source-unix")
    void keepsMessagesOfOthersAwayOrRefusesThem(Host client, Host server, Observation seen) {
        var peer = client.boundSocket();
        var other = client.boundSocket();
        var receiver = receiverThatHears(other, server);

        receiver.connect(peer).succeeds();

        var stray = other.sendTo(receiver.address(), "stray");
        seen.is(stray.hasFailed() ? "refused" : "not-delivered");
        peer.sendTo(receiver.address(), "wanted").succeeds();
        receiver.recv(16).receives("wanted");
    }

    @Clause("connect.dgram.queued-before")
    void mayLoseWhatIsQueued(Host client, Host server, Observation seen) {
        var peer = client.boundSocket();
        var receiver = server.boundSocket();
        client.socket().sendTo(receiver.address(), "stray").succeeds();
        receiver.poll(POLLIN).reports(POLLIN);

        receiver.connect(peer).succeeds();

        peer.sendTo(receiver.address(), "wanted").succeeds();
        seen.is(receiver.recv(16).data().equals(Bytes.of("stray")) ? "delivered" : "lost");
    }

    private static Socket receiverThatHears(Socket sender, Host host) {
        var receiver = host.boundSocket();
        sender.sendTo(receiver.address(), "before").succeeds();
        receiver.recv(16).receives("before");
        return receiver;
    }
}
