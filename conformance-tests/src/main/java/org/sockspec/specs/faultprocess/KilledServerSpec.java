package org.sockspec.specs.faultprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.api.Errno.ECONNREFUSED;
import static org.sockspec.api.Errno.ECONNRESET;
import static org.sockspec.api.Errno.EPIPE;
import static org.sockspec.api.MessageFlag.MSG_NOSIGNAL;

import java.util.stream.Stream;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class KilledServerSpec {

    @Clause("fault-process.kill.listener-new-connect")
    void refusesNewConnections(Host client, Host server) {
        var address = server.listener().address();
        client.socket().connect(address).succeeds();

        server.kill();

        client.socket().connect(address).isAccepted();
    }

    @Clause("fault-process.kill.listener-pending-clients")
    void endsTheConnectionsItHasNotAccepted(Host client, Host server) {
        var address = server.listener().address();
        var clients = Stream.generate(client::socket).limit(3).toList();
        clients.forEach(socket -> socket.connect(address).succeeds());
        clients.get(0).send("hello").succeeds();

        server.kill();

        clients.forEach(socket -> socket.recv(16).isAccepted());
    }

    @Clause("fault-process.kill.send-after")
    void takesNothingMoreOnceItsResetHasArrived(Host client, Host server) {
        var socket = client.connectTo(server.listener()).client();
        server.kill();
        socket.recv(1).receivesEndOfFile();

        socket.send("x", MSG_NOSIGNAL).returns(1);
        socket.poll().reportsSomething();
        socket.send("x", MSG_NOSIGNAL).failsWith(EPIPE, ECONNRESET);
    }

    @Clause("fault-process.kill.stopped-process")
    void endsAPendingRecvEvenIfItWasStopped(Host client, Host server) {
        var socket = client.connectTo(server.listener()).client();
        var receiving = socket.recv(16);
        server.stop();
        receiving.staysBlocked();

        server.kill();

        receiving.isAccepted();
    }

    @Clause("fault-process.kill.retry-until-restart")
    void retryingSucceedsOnceTheServerIsBack(Host client, Host server) {
        var address = server.listener().address();
        server.kill();

        var attempt = client.connectWithRetry(address);
        attempt.duringWait(3, () -> server.restart().listener(address));
        attempt.run().succeeds();

        assertThat(attempt.failures()).containsExactly(ECONNREFUSED, ECONNREFUSED, ECONNREFUSED);
    }

    @Clause("fault-process.restart.new-socket-connects")
    void acceptsANewSocketAfterTheRestart(Host client, Host server) {
        var old = client.connectTo(server.listener());
        var address = old.client().peerName().address();
        server.kill();
        var listener = server.restart().listener(address);

        var socket = client.socket();
        socket.connect(address).isAccepted();

        var accepted = listener.accept().socket();
        socket.send("hello").succeeds();
        accepted.recv(16).receives("hello");
    }
}
