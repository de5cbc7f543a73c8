package org.sockspec.specs.faultprocess;

import static org.sockspec.api.Errno.ECONNRESET;
import static org.sockspec.api.Errno.EPIPE;
import static org.sockspec.api.MessageFlag.MSG_NOSIGNAL;
import static org.sockspec.api.SocketOption.SO_REUSEADDR;

import org.sockspec.api.OptionValue;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class RestartSpec {

    @Clause("fault-process.restart.port-in-use")
    void cannotBindThePortOfAnOldConnection(Host client, Host server) {
        var listener = server.boundSocket();
        listener.listen(16).succeeds();
        var old = client.connectTo(listener).client();
        server.kill();

        var socket = server.restart().socket();
        socket.bind(listener.address()).isAccepted();
        old.close().succeeds();
        socket.bind(listener.address()).isAccepted();
    }

    @Clause("fault-process.restart.reuseaddr")
    void canBindItWithAddressReuse(Host client, Host server) {
        var listener = server.listener();
        var old = client.connectTo(listener).client();
        server.kill();

        var first = server.restart().socket();
        first.set(SO_REUSEADDR, OptionValue.of(1)).succeeds();
        first.bind(listener.address()).isAccepted();
        first.listen(16).succeeds();
        first.close().succeeds();

        old.close().succeeds();
        var second = server.socket();
        second.set(SO_REUSEADDR, OptionValue.of(1)).succeeds();
        second.bind(listener.address()).isAccepted();
        second.listen(16).succeeds();
    }

    @Clause("fault-process.restart.old-connection-dead")
    void doesNotReviveAnOldConnection(Host client, Host server) {
        var listener = server.listener();
        var old = client.connectTo(listener).client();
        server.kill();
        server.restart().listener(listener.address());
        old.recv(1).receivesEndOfFile();

        old.send("x", MSG_NOSIGNAL).returns(1);
        old.poll().reportsSomething();
        old.send("x", MSG_NOSIGNAL).failsWith(EPIPE, ECONNRESET);
    }
}
