package org.sockspec.specs.faultprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.api.PollEvent.POLLIN;
import static org.sockspec.api.PollEvent.POLLOUT;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class StoppedServerSpec {

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
}
