package org.sockspec.specs.connect;

import static org.sockspec.api.Errno.EINPROGRESS;
import static org.sockspec.api.PollEvent.POLLIN;
import static org.sockspec.api.PollEvent.POLLOUT;
import static org.sockspec.api.SocketOption.SO_ERROR;

import java.util.List;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Link;

class SuccessSpec {

    @Clause("connect.success")
    void joinsBothEnds(Host client, Host server) {
        var listener = server.listener();
        var socket = client.socket();

        socket.connect(listener).isAccepted();

        var accepted = listener.accept().socket();
        socket.send("question").succeeds();
        accepted.recv(16).receives("question");
        accepted.send("answer").succeeds();
        socket.recv(16).receives("answer");
    }

    @Clause("connect.simultaneous")
    void joinsTwoThatConnectToEachOther(Link link, Host client, Host server) {
        var one = client.boundSocket().nonBlocking();
        var other = server.boundSocket().nonBlocking();
        link.loses(one, other);
        one.connect(other).failsWith(EINPROGRESS);
        other.connect(one).failsWith(EINPROGRESS);

        link.heals();

        for (var end : List.of(one, other)) {
            end.poll(POLLOUT).reports(POLLOUT);
            end.get(SO_ERROR).isAccepted();
        }
        one.send("hello").succeeds();
        other.poll(POLLIN).reports(POLLIN);
        other.recv(16).receives("hello");
    }
}
