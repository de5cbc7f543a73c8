package org.sockspec.specs.connect;

import static org.sockspec.api.Errno.EINTR;
import static org.sockspec.api.PollEvent.POLLOUT;
import static org.sockspec.api.Signal.SIGUSR1;
import static org.sockspec.api.SocketOption.SO_ERROR;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Observation;
import org.sockspec.harness.OwnProcess;
import org.sockspec.harness.Socket;

class WaitingSpec {
    @Clause("connect.waits-for-server-stack")
    void untilTheConnectionIsMade(Host client, Host server) {
        var listener = server.listenerWithFullQueue();
        var socket = client.socket();

        var connecting = socket.connect(listener);
        connecting.staysBlocked();

        listener.accept().succeeds();
        connecting.returns(0);
        socket.peerName().succeeds();
    }

    @Clause("connect.eintr")
    void untilASignalIsCaught(Host client, Host server) {
        client.catches(SIGUSR1);

        var connecting = client.socket().connect(server.listenerWithFullQueue());

        connecting.isInterruptedBy(SIGUSR1).isAccepted();
    }

    @Clause("connect.eintr.continues")
    void inTheBackgroundAfterASignal(Host client, Host server) {
        var listener = server.listenerWithFullQueue();
        var socket = interrupted(client, listener);

        listener.accept().succeeds();

        socket.poll(POLLOUT).reports(POLLOUT);
        socket.get(SO_ERROR).hasValue("0");
        socket.send("x").succeeds();
        socket.peerName().storesAddress(listener.address());
    }

    @Clause("connect.eintr.second-call")
    void notAgainAfterASignal(Host client, Host server) {
        var listener = server.listenerWithFullQueue();
        var socket = interrupted(client, listener);

        var again = socket.connect(listener);

        listener.accept().succeeds();
        again.isAccepted();
    }

    @OwnProcess
    @Clause("connect.eintr.sa-restart")
    void againOrNotWhenTheHandlerRestarts(Host client, Host server, Observation seen) {
        client.catchesAndRestarts(SIGUSR1);
        var listener = server.listenerWithFullQueue();

        var connecting = client.socket().connect(listener);
        connecting.staysBlocked();
        connecting.isInterruptedBy(SIGUSR1);

        listener.accept().succeeds();
        seen.is(connecting.hasFailed() ? "EINTR" : "restarted");
    }

    private static Socket interrupted(Host client, Socket listener) {
        client.catches(SIGUSR1);
        var socket = client.socket();
        socket.connect(listener).isInterruptedBy(SIGUSR1).failsWith(EINTR);
        return socket;
    }
}
