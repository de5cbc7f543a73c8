package org.sockspec.specs.faultproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.api.Errno.ECONNREFUSED;
import static org.sockspec.api.Errno.EINPROGRESS;
import static org.sockspec.api.MessageFlag.MSG_NOSIGNAL;
import static org.sockspec.api.PollEvent.POLLIN;
import static org.sockspec.api.PollEvent.POLLOUT;
import static org.sockspec.api.SocketOption.SO_ERROR;

import java.util.Collections;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Connection;
import org.sockspec.harness.Host;
import org.sockspec.harness.Network;
import org.sockspec.harness.Observation;
import org.sockspec.harness.Proxy;

class ConnectSpec {

    @Clause("fault-proxy.connect.disabled-refused")
    void isRefusedWhileTheProxyIsDisabled(Proxy proxy, Host client) {
        proxy.disable();
        client.socket().connect(proxy.address()).isAccepted();

        proxy.enable();
        client.socket().connect(proxy.address()).succeeds();
    }

    @Clause("fault-proxy.connect.retry-succeeds")
    void retryingConnectsOnceTheProxyIsEnabled(Proxy proxy, Host client, Host server) {
        var listener = server.listener();
        proxy.inFrontOf(listener).disable();

        var attempt = client.connectWithRetry(proxy.address()).duringWait(3, proxy::enable);
        var socket = attempt.run().socket();

        assertThat(attempt.failures()).containsExactly(ECONNREFUSED, ECONNREFUSED, ECONNREFUSED);
        socket.send("x").returns(1);
        listener.accept().socket().recv(1).receives("x");
    }

    @Clause("fault-proxy.connect.retry-exhausted")
    void retryingGivesUpWhenTheProxyStaysDisabled(Proxy proxy, Host client) {
        proxy.disable();

        var attempt = client.connectWithRetry(proxy.address());
        attempt.run().failsWith(ECONNREFUSED);

        assertThat(attempt.failures()).isEqualTo(Collections.nCopies(8, ECONNREFUSED));
        assertThat(attempt.waits()).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L);
    }

    @Clause("fault-proxy.connect.server-down-then-up")
    void carriesDataOnceTheServerIsUp(Proxy proxy, Network net, Host client, Host server) {
        var address = net.freeAddress();
        proxy.inFrontOf(address);
        var early = client.socket();
        early.connect(proxy.address()).succeeds();
        early.recv(1).receivesEndOfFile();

        var listener = server.listener(address);
        var late = client.socket();
        late.connect(proxy.address()).succeeds();
        var connection = new Connection(late, listener.accept().socket());
        connection.server().send("x").returns(1);

        connection.client().recv(1).receives("x");
        early.recv(1).receivesEndOfFile();
    }

    @Clause("fault-proxy.accept.not-woken-by-refused")
    void blockedAcceptIsNotWokenByRefusedClients(Proxy proxy, Host client, Host server) {
        var listener = server.listener();
        proxy.inFrontOf(listener).disable();

        var accepting = listener.accept();
        accepting.staysBlocked();
        client.socket().connect(proxy.address()).failsWith(ECONNREFUSED);
        client.socket().connect(proxy.address()).failsWith(ECONNREFUSED);
        accepting.staysBlocked();

        proxy.enable();
        client.socket().connect(proxy.address()).succeeds();
        accepting.socket();
    }

    @Clause("fault-proxy.connect.disabled-nonblocking")
    void isRefusedWithoutBlocking(Proxy proxy, Host client, Observation observed) {
        proxy.disable();
        var socket = client.socket().nonBlocking();

        var connecting = socket.connect(proxy.address()).failsWith(EINPROGRESS, ECONNREFUSED);
        if (connecting.isPending()) {
            socket.poll(POLLOUT).reportsAmongOthers(POLLOUT);
            socket.get(SO_ERROR).hasValue("ECONNREFUSED");
            observed.is("in-progress-then-refused");
        } else {
            connecting.isAccepted();
        }
    }

    @Clause("fault-proxy.connect.accepted-then-closed")
    void succeedsAlthoughTheOtherEndClosesAtOnce(Proxy proxy, Network net, Host client) {
        proxy.inFrontOf(net.freeAddress());

        var socket = client.socket();
        socket.connect(proxy.address()).succeeds();
        socket.recv(1).isAccepted();
    }

    @Clause("fault-proxy.connect.accepted-then-closed-nonblocking")
    void isWritableAlthoughNobodyIsBehindIt(Proxy proxy, Network net, Host client) {
        proxy.inFrontOf(net.freeAddress());

        var socket = client.socket().nonBlocking();
        socket.connect(proxy.address()).startsOrSucceeds();
        socket.poll(POLLOUT).reportsAmongOthers(POLLOUT);
        socket.get(SO_ERROR).hasValue("0");
        socket.poll(POLLIN).reportsAmongOthers(POLLIN);
        socket.recv(1).isAccepted();
    }

    @Clause("fault-proxy.connect.write-then-closed")
    void whatIsWrittenMeanwhileMayTurnTheEndIntoAReset(Proxy proxy, Network net, Host client) {
        proxy.inFrontOf(net.freeAddress());

        for (int i = 0; i < 20; i++) {
            var socket = client.socket();
            socket.connect(proxy.address()).succeeds();
            socket.send("hello", MSG_NOSIGNAL).returns(5);
            socket.recv(1).isAccepted();
        }
    }
}
