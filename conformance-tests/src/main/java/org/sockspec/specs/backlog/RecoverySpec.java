package org.sockspec.specs.backlog;

import static org.sockspec.api.Errno.EAGAIN;
import static org.sockspec.api.Errno.EINPROGRESS;
import static org.sockspec.api.Errno.EINTR;
import static org.sockspec.api.PollEvent.POLLOUT;
import static org.sockspec.api.Signal.SIGUSR1;
import static org.sockspec.api.SocketOption.SO_ERROR;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Observation;

class RecoverySpec {

    @Clause("backlog.recovery.pending-completes")
    void completesAPendingConnectByItself(Host client, Host server) {
        var listener = server.listenerWithFullQueue();
        var socket = client.socket().nonBlocking();
        socket.connect(listener).failsWith(EINPROGRESS);

        listener.accept().succeeds();

        socket.poll(POLLOUT).reports(POLLOUT);
        socket.get(SO_ERROR).hasValue("0");
    }

    @Clause("backlog.recovery.relisten")
    void mayComeWithALongerQueueToo(Host client, Host server, Observation seen) {
        var listener = server.listenerWithFullQueue();
        var socket = client.socket().nonBlocking();
        socket.connect(listener).failsWith(EINPROGRESS);

        listener.listen(16).returns();

        boolean completes = socket.poll(POLLOUT).value() > 0;
        socket.get(SO_ERROR).hasValue("0");
        seen.is(completes ? "completes" : "not-ready");
    }

    @Clause("backlog.full.eintr-unix-continues")
    void completesALocalConnectThatASignalInterrupted(Host client, Host server, Observation seen) {
        client.catches(SIGUSR1);
        var listener = server.listenerWithFullQueue();
        var socket = client.socket();
        socket.connect(listener).isInterruptedBy(SIGUSR1).failsWith(EINTR);

        listener.accept().succeeds();

        socket.poll(POLLOUT).reportsAmongOthers(POLLOUT);
        var peer = socket.peerName();
        if (peer.hasFailed()) {
            peer.isAccepted();
        } else {
            seen.is("completes");
        }
    }

    @Clause("backlog.full.retry-after-eagain")
    void letsARepeatedLocalConnectSucceed(Host client, Host server) {
        var listener = server.listenerWithFullQueue();
        var socket = client.socket().nonBlocking();
        socket.connect(listener).failsWith(EAGAIN);

        listener.accept().succeeds();

        socket.connect(listener).isAccepted();
    }
}
