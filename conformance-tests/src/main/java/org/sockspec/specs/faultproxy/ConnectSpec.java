package org.sockspec.specs.faultproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.api.Errno.ECONNREFUSED;

import java.util.Collections;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Connection;
import org.sockspec.harness.Host;
import org.sockspec.harness.Network;
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
}
