package org.sockspec.specs.nonblockingconnect;

import static org.sockspec.api.PollEvent.POLLOUT;
import static org.sockspec.api.SocketOption.SO_ERROR;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.OutcomeAssert;
import org.sockspec.harness.Socket;

class OutcomeSpec {
    @Clause("nonblocking-connect.failure.io-reports")
    void isToldByReadAndWrite(Host client, Host server) {
        ended(client, server.boundSocket()).read(1).isAccepted();
        ended(client, server.boundSocket()).write("x").isAccepted();
    }

    @Clause("nonblocking-connect.via-duplicate")
    void isTheSameThroughADuplicate(Host client, Host server) {
        throughDuplicate(client, server.listener()).hasValue("0");
        throughDuplicate(client, server.boundSocket()).hasValue("ECONNREFUSED");
    }

    @Clause("nonblocking-connect.writable-not-proof")
    void isNotKnownFromReadiness(Host client, Host server) {
        var connected = started(client, server.listener());
        connected.select().marksWritable();
        connected.get(SO_ERROR).hasValue("0");

        var refused = started(client, server.boundSocket());
        refused.select().marksWritable();
        refused.get(SO_ERROR).hasValue("ECONNREFUSED");
    }

    private static OutcomeAssert throughDuplicate(Host client, Socket place) {
        var duplicate = started(client, place).dup().socket();
        duplicate.poll(POLLOUT).reportsSomething();
        return duplicate.get(SO_ERROR);
    }

    private static Socket ended(Host client, Socket place) {
        var socket = started(client, place);
        socket.poll(POLLOUT).reportsSomething();
        return socket;
    }

    private static Socket started(Host client, Socket place) {
        var socket = client.socket().nonBlocking();
        var connecting = socket.connect(place);
        if (connecting.hasFailed()) {
            connecting.isRefusedLater();
        }
        return socket;
    }
}
