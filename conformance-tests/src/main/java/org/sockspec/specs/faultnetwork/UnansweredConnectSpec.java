package org.sockspec.specs.faultnetwork;

import static org.sockspec.api.Errno.ETIMEDOUT;
import static org.sockspec.api.PollEvent.POLLOUT;
import static org.sockspec.api.SocketOption.TCP_SYNCNT;
import static org.sockspec.api.SocketOption.TCP_USER_TIMEOUT;

import java.time.Duration;
import org.sockspec.api.OptionValue;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Link;
import org.sockspec.harness.Observation;
import org.sockspec.harness.Socket;
import org.sockspec.harness.Table;

class UnansweredConnectSpec {
    private static final int USER_TIMEOUT_MS = 500;

    static final Table<String> ROUTES = Table.of(String.class)
            .row("fault-network.connect.route-prohibit", "prohibit")
            .row("fault-network.connect.route-blackhole", "blackhole");

    @Clause(rows = "ROUTES")
    void failsByTheRoutingTable(String type, Link link, Host client) {
        client.socket().connect(link.addressWithRoute(type)).isAccepted();
    }

    @Clause("fault-network.connect.peer-carrier-lost")
    void failsIfTheFarEndOfTheLinkIsDown(Link link, Host client) {
        client.socket().connect(link.addressWithoutCarrier()).isAccepted();
    }

    @Clause("fault-network.connect.local-filter-drop")
    void failsIfTheRequestsDoNotLeaveTheHost(Link link, Host client, Host server) {
        var listener = server.listener();
        client.connectTo(listener);
        link.isKeptFromWhatGoesTo(listener);

        client.socket().connect(listener).isAccepted();
    }

    @Clause("fault-network.connect.user-timeout")
    void mayFailEarlierWithAUserTimeout(Link link, Host client, Host server, Observation observed) {
        var listener = server.listener();
        link.dropsWhatGoesTo(listener);
        var waiting = repeating(client, 20).connect(listener);
        var socket = repeating(client, 20);
        socket.set(TCP_USER_TIMEOUT, OptionValue.of(USER_TIMEOUT_MS)).succeeds();

        var limited = socket.connect(listener);
        client.socket().connect(listener).failsWith(ETIMEDOUT);

        boolean goesOn = socket.pollNow(POLLOUT).value() == 0;
        if (goesOn) {
            limited.staysBlocked();
            observed.is("blocks");
        } else {
            limited.takesAtLeast(Duration.ofMillis(USER_TIMEOUT_MS)).isAccepted();
        }

        waiting.staysBlocked();
        link.heals();
        waiting.returns(0);
        if (goesOn) {
            limited.returns(0);
        }
    }

    @Clause("fault-network.connect.syncnt")
    void isRepeatedAsOftenAsTheSocketSays(Link link, Host client, Host server) {
        var listener = server.listener();
        link.dropsWhatGoesTo(listener);
        var persistent = repeating(client, 4).connect(listener);

        client.socket().connect(listener).failsWith(ETIMEDOUT);

        persistent.staysBlocked();
        persistent.isAccepted();
    }

    private static Socket repeating(Host host, int times) {
        var socket = host.socket();
        socket.set(TCP_SYNCNT, OptionValue.of(times)).succeeds();
        return socket;
    }
}
