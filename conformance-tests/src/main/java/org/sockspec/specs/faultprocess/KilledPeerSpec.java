package org.sockspec.specs.faultprocess;

import static org.sockspec.api.Errno.ECONNRESET;
import static org.sockspec.api.Errno.EPIPE;
import static org.sockspec.api.MessageFlag.MSG_NOSIGNAL;
import static org.sockspec.api.PollEvent.POLLIN;
import static org.sockspec.api.SocketOption.SO_ERROR;

import java.util.List;
import java.util.stream.Stream;
import org.sockspec.api.Bytes;
import org.sockspec.api.Control;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Connection;
import org.sockspec.harness.Host;
import org.sockspec.harness.Observation;
import org.sockspec.harness.Socket;

class KilledPeerSpec {
    private static final Bytes MORE_THAN_THE_BUFFERS_HOLD = Bytes.zeros(1 << 19);
    private static final long SEED = 3;

    @Clause("fault-process.kill.unread-data-poll")
    void wakesPollIfDataWasUnread(Host client, Host server) {
        var socket = client.connectTo(server.listener()).client();
        socket.send("x").succeeds();
        var polling = socket.poll(POLLIN);
        polling.staysBlocked();

        server.kill();

        polling.isAccepted();
        socket.get(SO_ERROR).hasValue("ECONNRESET");
    }

    @Clause("fault-process.kill.blocked-sender")
    void endsABlockedSend(Host client, Host server, Observation observed) {
        var socket = client.connectTo(server.listener()).client();
        socket.withSmallSendBuffer();
        var sending = socket.send(MORE_THAN_THE_BUFFERS_HOLD, MSG_NOSIGNAL);
        sending.staysBlocked();

        server.kill();

        if (sending.hasFailed()) {
            sending.isAccepted();
        } else {
            sending.returnsLessThan(MORE_THAN_THE_BUFFERS_HOLD.length());
            socket.send("x", MSG_NOSIGNAL).failsWith(ECONNRESET, EPIPE);
            observed.is("partial-then-error");
        }
    }

    @Clause("fault-process.kill.mid-send-prefix")
    void leavesAPrefixOfWhatItWasSending(Host client, Host server, Observation observed) {
        var connection = client.connectTo(server.listener());
        connection.server().withSmallSendBuffer();
        connection.server().sendPattern(SEED, 1L << 40).staysBlocked();

        server.kill();

        var receiving = connection.client().recvPattern(SEED);
        if (receiving.hasFailed()) {
            receiving.failsWith(ECONNRESET);
            observed.is("partial-then-reset");
        } else {
            receiving.receivesPrefixOfPattern();
            observed.is("partial-then-eof");
        }
    }

    @Clause("fault-process.kill.many-clients")
    void endsAllItsConnections(Host client, Host server) {
        var listener = client.listener();
        var connections =
                Stream.generate(() -> server.connectTo(listener)).limit(200).toList();

        server.kill();

        var ends = connections.stream().map(Connection::server).toList();
        ends.forEach(end -> end.poll(POLLIN).reportsSomething());
        ends.forEach(end -> end.recv(1).receivesEndOfFile());
    }

    @Clause("fault-process.unix.killed-unread")
    void mayHaveLeftDataUnread(Host client, Host server) {
        var socket = client.connectTo(server.listener()).client();
        socket.send("x").succeeds();

        server.kill();

        socket.recv(1).isAccepted();
        socket.recv(1).receivesEndOfFile();
    }

    @Clause("fault-process.udp.killed-peer")
    void refusesDatagrams(Host client, Host server) {
        var pair = client.connectWith(server);
        pair.client().send("x").returns(1);
        pair.server().recv(1).receives("x");

        server.kill();

        pair.client().send("x").returns(1);
        pair.client().poll().reportsSomething();
        pair.client().send("x").isAccepted();
    }

    @Clause("fault-process.passing.in-flight")
    void keepsOpenWhatItWasPassing(Host client, Host server) {
        var listener = client.listener();
        var carrier = server.connectTo(listener);
        var passed = server.connectTo(listener);
        carrier.client().sendMessage("x", rightsTo(passed.client())).succeeds();

        server.kill();

        var receiving = passed.server().recv(16);
        receiving.staysBlocked();
        var received = carrier.server().as(carrier.server().recvMessage(1).passedDescriptor());
        received.send("hello").succeeds();
        receiving.receives("hello");
    }

    private static Control rightsTo(Socket socket) {
        return new Control.Rights(List.of(socket.fd()));
    }
}
