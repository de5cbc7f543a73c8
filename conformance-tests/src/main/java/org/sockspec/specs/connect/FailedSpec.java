package org.sockspec.specs.connect;

import static org.sockspec.api.Errno.ECONNREFUSED;
import static org.sockspec.api.SocketOption.SO_ERROR;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class FailedSpec {
    @Clause("connect.failed.state-unspecified")
    void mayOrMayNotLetTheSameSocketConnect(Host client, Host server) {
        var place = server.boundSocket();
        var socket = client.socket();
        socket.connect(place).failsWith(ECONNREFUSED);
        place.listen(16).succeeds();

        socket.connect(place).isAccepted();
    }

    @Clause("connect.failed.new-socket-works")
    void doesNotHinderANewSocket(Host client, Host server) {
        var place = server.boundSocket();
        var failed = client.socket();
        failed.connect(place).failsWith(ECONNREFUSED);
        failed.close().succeeds();
        place.listen(16).succeeds();

        client.socket().connect(place).isAccepted();
    }

    @Clause("connect.failed.no-pending-error")
    void leavesNoErrorBehind(Host client, Host server) {
        var socket = client.socket();
        socket.connect(server.boundSocket()).failsWith(ECONNREFUSED);

        socket.get(SO_ERROR).hasValue("0");
    }
}
