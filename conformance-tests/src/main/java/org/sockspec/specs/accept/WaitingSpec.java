package org.sockspec.specs.accept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.api.Errno.EAGAIN;
import static org.sockspec.api.Errno.EWOULDBLOCK;
import static org.sockspec.api.Shutdown.SHUT_RDWR;
import static org.sockspec.api.Signal.SIGUSR1;
import static org.sockspec.api.SocketOption.SO_RCVTIMEO;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.sockspec.api.Bytes;
import org.sockspec.api.OptionValue;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.OutcomeAssert;
import org.sockspec.harness.OwnProcess;
import org.sockspec.harness.Socket;

class WaitingSpec {
    private static final List<String> CLIENTS = List.of("1", "2", "3");

    @Clause({"accept.blocks", "accept.wakes"})
    void returnsOnlyWhenAClientConnects(Host client, Host server) {
        var listener = server.listener();

        var accepting = listener.accept();
        accepting.staysBlocked();

        client.socket().connect(listener).succeeds();
        accepting.socket();
    }

    @Clause("accept.eintr")
    void endsWithEintrOnASignalAndTakesNoConnection(Host client, Host server) {
        server.catches(SIGUSR1);
        var listener = server.listener();

        var accepting = listener.accept();
        accepting.isInterruptedBy(SIGUSR1).isAccepted();

        client.socket().connect(listener).succeeds();
        listener.accept().socket();
    }

    @OwnProcess
    @Clause("accept.sa-restart")
    void goesOnAfterASignalWhoseHandlerRestarts(Host client, Host server) {
        server.catchesAndRestarts(SIGUSR1);
        var listener = server.listener();
        var accepting = listener.accept();
        accepting.staysBlocked();

        accepting.isInterruptedBy(SIGUSR1);
        accepting.staysBlocked();

        client.socket().connect(listener).succeeds();
        accepting.isAccepted();
    }

    @Clause("accept.rcvtimeo")
    void endsWithTheReceiveTimeout(Host server) {
        var listener = server.listener();
        listener.set(SO_RCVTIMEO, new OptionValue.Timeout(150_000)).succeeds();

        listener.accept().isAccepted().takesAtLeast(Duration.ofMillis(140));
    }

    @Clause("accept.threads.one-per-connection")
    void returnsInOneThreadForEachConnection(Host client, Host server) {
        var listener = server.listener();
        var accepting = Stream.generate(listener::accept).limit(CLIENTS.size()).toList();
        accepting.forEach(OutcomeAssert::staysBlocked);

        connect(client, CLIENTS, listener);

        eachTakesOne(accepting, CLIENTS);
        listener.nonBlocking().accept().failsWith(EAGAIN, EWOULDBLOCK);
    }

    @Clause("accept.processes.one-per-connection")
    void returnsInOneProcessForEachConnection(Host client, Host server, Host other) {
        var listener = server.listener();
        var accepting = List.of(listener.accept(), listener.sharedWith(other).accept());
        accepting.forEach(OutcomeAssert::staysBlocked);
        var two = CLIENTS.subList(0, 2);

        connect(client, two, listener);

        eachTakesOne(accepting, two);
        listener.nonBlocking().accept().failsWith(EAGAIN, EWOULDBLOCK);
    }

    @Clause("accept.shutdown-while-blocked")
    void mayEndWhenTheListenerIsShutDown(Host client, Host server) {
        var listener = server.listener();
        var accepting = listener.accept();
        accepting.staysBlocked();

        listener.shutdown(SHUT_RDWR).returns();

        client.socket().nonBlocking().connect(listener).returns();
        accepting.isAccepted();
    }

    @Clause("accept.close-while-blocked")
    void mayEndWhenTheListenerIsClosed(Host client, Host server) {
        var listener = server.listener();
        var accepting = listener.accept();
        accepting.staysBlocked();

        listener.close().succeeds();

        client.socket().nonBlocking().connect(listener).returns();
        accepting.isAccepted();
    }

    private static void connect(Host client, List<String> names, Socket listener) {
        for (var name : names) {
            var socket = client.socket();
            socket.connect(listener).succeeds();
            socket.send(name).succeeds();
        }
    }

    private static void eachTakesOne(List<OutcomeAssert> accepting, List<String> names) {
        assertThat(accepting.stream().map(call -> call.socket().recv(16).data()))
                .containsExactlyInAnyOrderElementsOf(
                        names.stream().map(Bytes::of).toList());
    }
}
