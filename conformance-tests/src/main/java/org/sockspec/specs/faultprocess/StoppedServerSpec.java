package org.sockspec.specs.faultprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.api.Errno.ETIMEDOUT;
import static org.sockspec.api.MessageFlag.MSG_NOSIGNAL;
import static org.sockspec.api.PollEvent.POLLIN;
import static org.sockspec.api.PollEvent.POLLOUT;
import static org.sockspec.api.Shutdown.SHUT_WR;
import static org.sockspec.api.SocketOption.SO_KEEPALIVE;
import static org.sockspec.api.SocketOption.TCP_KEEPCNT;
import static org.sockspec.api.SocketOption.TCP_KEEPIDLE;
import static org.sockspec.api.SocketOption.TCP_KEEPINTVL;
import static org.sockspec.api.SocketOption.TCP_USER_TIMEOUT;

import java.time.Duration;
import org.sockspec.api.Bytes;
import org.sockspec.api.OptionValue;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Link;
import org.sockspec.harness.Socket;

class StoppedServerSpec {
    private static final long MORE_THAN_THE_BUFFERS_HOLD = 1L << 19;
    private static final Duration USER_TIMEOUT = Duration.ofMillis(500);
    private static final long SEED = 4;

    @Clause("fault-process.stop.connect-completes")
    void isConnectedTo(Host client, Host server) {
        var listener = server.listener();
        server.stop();

        client.socket().connect(listener).isAccepted();

        server.resume();
        listener.accept().socket();
    }

    @Clause("fault-process.stop.data-buffered")
    void getsTheDataWhenItGoesOn(Host client, Host server) {
        var connection = client.connectTo(server.listener());
        server.stop();

        connection.client().send("hello").returns(5);
        var answer = connection.client().recv(16);
        answer.staysBlocked();

        server.resume();
        connection.server().recv(16).receives("hello");
        connection.server().send("hello").succeeds();
        answer.receives("hello");
    }

    @Clause("fault-process.stop.backlog-fills")
    void queuesConnectionsWhileThereIsRoom(Host client, Host server) {
        var listener = server.boundSocket();
        listener.listen(1).succeeds();
        server.stop();

        var queue = client.fillQueueOf(listener);
        assertThat(queue.connected()).isNotEmpty();
        queue.connected().forEach(socket -> socket.pollNow(POLLOUT).reports(POLLOUT));
        queue.waiting().pollNow(POLLOUT).reportsNothing();

        server.resume();
        queue.connected()
                .forEach(socket -> listener.accept().socket().send("served").succeeds());
        listener.accept().socket().send("served").succeeds();
        queue.connected().forEach(socket -> socket.poll(POLLIN).reports(POLLIN));
        queue.waiting().poll(POLLIN).reports(POLLIN);
    }

    @Clause("fault-process.stop.flow-control")
    void makesTheSenderWait(Host client, Host server) {
        var connection = client.connectTo(server.listener());
        connection.client().withSmallSendBuffer();
        var receiving = connection.server().recvPattern(SEED);
        receiving.staysBlocked();
        server.stop();

        var sending = connection.client().sendPattern(SEED, MORE_THAN_THE_BUFFERS_HOLD);
        sending.staysBlocked();

        server.resume();
        sending.returns(MORE_THAN_THE_BUFFERS_HOLD);
        connection.client().shutdown(SHUT_WR).succeeds();
        receiving.receivesPattern(MORE_THAN_THE_BUFFERS_HOLD);
    }

    @Clause("fault-process.stop.user-timeout")
    void isGivenUpAfterTheUserTimeout(Host client, Host server) {
        var socket = client.connectTo(server.listener()).client();
        socket.withSmallSendBuffer();
        socket.set(TCP_USER_TIMEOUT, OptionValue.of((int) USER_TIMEOUT.toMillis()))
                .succeeds();
        server.stop();

        socket.send(Bytes.zeros((int) MORE_THAN_THE_BUFFERS_HOLD), MSG_NOSIGNAL)
                .takesAtLeast(USER_TIMEOUT)
                .returnsLessThan(MORE_THAN_THE_BUFFERS_HOLD);
        socket.recv(1).isAccepted();
    }

    @Clause("fault-process.stop.keepalive-survives")
    void isKeptAliveByItsSystem(Link link, Host client, Host server) {
        var cutOff = server.listener();
        var alive = keptAlive(client.connectTo(server.listener()).client());
        var cut = keptAlive(client.connectTo(cutOff).client());
        server.stop();
        var receiving = alive.recv(16);

        link.dropsWhatGoesTo(cutOff);
        cut.recv(1).failsWith(ETIMEDOUT);
        receiving.staysBlocked();

        server.kill();
        receiving.receivesEndOfFile();
    }

    @Clause("fault-process.stop.own-process")
    void getsWhatArrivedMeanwhileInABlockedRecv(Host client, Host server) {
        var connection = client.connectTo(server.listener());
        var receiving = connection.server().recv(16);
        receiving.staysBlocked();
        server.stop();

        connection.client().send("hello").returns(5);
        server.resume();

        receiving.receives("hello");
    }

    private static Socket keptAlive(Socket socket) {
        socket.set(SO_KEEPALIVE, OptionValue.of(1)).succeeds();
        socket.set(TCP_KEEPIDLE, OptionValue.of(1)).succeeds();
        socket.set(TCP_KEEPINTVL, OptionValue.of(1)).succeeds();
        socket.set(TCP_KEEPCNT, OptionValue.of(2)).succeeds();
        return socket;
    }
}
