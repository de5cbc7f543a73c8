package org.sockspec.specs.accept;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Network;
import org.sockspec.harness.Socket;

class AddressSpec {

    @Clause("accept.address.filled")
    void isThatOfTheClient(Host client, Host server) {
        var listener = server.listener();

        acceptStoresNameOf(client.socket(), listener);
        acceptStoresNameOf(client.boundSocket(), listener);
    }

    @Clause("accept.address.null")
    void mayBeLeftOut(Host client, Host server) {
        var listener = server.listener();
        var caller = client.socket();
        caller.connect(listener).succeeds();

        var accepted = listener.acceptWithoutAddress().isAccepted().socket();

        caller.send("hello").succeeds();
        accepted.recv(16).receives("hello");
    }

    @Clause("accept.address.unix-bound")
    void isThePathOfALocalClient(Network net, Host client, Host server) {
        var listener = server.listener();
        var path = net.freeAddress();

        client.boundSocket(path).connect(listener).succeeds();

        listener.accept().storesAddress(path);
    }

    @Clause("accept.address.unix-unbound")
    void mayBeAnythingOfALocalClientWithoutPath(Host client, Host server) {
        var listener = server.listener();
        client.socket().connect(listener).succeeds();

        listener.accept().isAccepted();
    }

    private static void acceptStoresNameOf(Socket caller, Socket listener) {
        caller.connect(listener).succeeds();

        listener.accept().storesNameAs(caller.name());
    }
}
