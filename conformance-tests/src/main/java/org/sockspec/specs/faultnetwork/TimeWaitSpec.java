package org.sockspec.specs.faultnetwork;

import org.sockspec.api.Address;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Connection;
import org.sockspec.harness.Host;
import org.sockspec.harness.Network;
import org.sockspec.harness.Socket;

class TimeWaitSpec {

    @Clause("fault-network.time-wait.new-syn-accepted")
    void atTheServerLetsTheSameClientIn(Network net, Host client, Host server) {
        var listener = server.listener();
        var local = net.freeAddress();
        var old = connection(client, local, listener);
        old.server().endsBefore(old.client());

        connectsAgain(client, local, listener);
    }

    @Clause("fault-network.time-wait.client-same-port")
    void atTheClientLetsItConnectFromTheSamePort(Network net, Host client, Host server) {
        var listener = server.listener();
        var local = net.freeAddress();
        var old = connection(client, local, listener);
        old.client().endsBefore(old.server());

        connectsAgain(client, local, listener);
    }

    private static void connectsAgain(Host client, Address local, Socket listener) {
        var socket = boundAgain(client, local);
        var connecting = socket.connect(listener).isAccepted();
        if (!connecting.hasFailed()) {
            listener.accept().socket().send("hello").succeeds();
            socket.recv(16).receives("hello");
        }
    }

    private static Connection connection(Host client, Address local, Socket listener) {
        var socket = boundAgain(client, local);
        socket.connect(listener).succeeds();
        return new Connection(socket, listener.accept().socket());
    }

    private static Socket boundAgain(Host client, Address local) {
        var socket = client.socket().reusingAddress();
        socket.bind(local).succeeds();
        return socket;
    }
}
