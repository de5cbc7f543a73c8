package org.sockspec.specs.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.api.Errno.EAGAIN;
import static org.sockspec.api.Errno.EINPROGRESS;
import static org.sockspec.api.Errno.ENOTCONN;
import static org.sockspec.api.PollEvent.POLLOUT;

import java.util.List;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Link;
import org.sockspec.harness.Socket;

class LimitSpec {
    private static final int MANY = 16;

    @Clause("backlog.holds-backlog")
    void leavesRoomForTheBacklog(Host client, Host server) {
        for (int backlog : List.of(1, 2, 5)) {
            var listener = server.boundSocket();
            listener.listen(backlog).succeeds();

            fill(client, listener, backlog);
        }
    }

    @Clause("backlog.linux-exact")
    void isTheBacklogAndOne(Host client, Host server) {
        for (int backlog : List.of(0, 1, 2, 5)) {
            var listener = server.boundSocket();
            listener.listen(backlog).succeeds();

            fill(client, listener, backlog + 1);
            var oneTooMany = client.socket().nonBlocking();
            oneTooMany.connect(listener).failsWith(EINPROGRESS, EAGAIN);
            client.connectTo(server.listener());
            oneTooMany.peerName().failsWith(ENOTCONN);
        }
    }

    @Clause("backlog.bounded")
    void isNotFarBeyondTheBacklog(Host client, Host server) {
        var listener = server.boundSocket();
        listener.listen(1).succeeds();

        assertThat(client.roomIn(listener, MANY)).isLessThan(MANY);
    }

    @Clause("backlog.linux-somaxconn")
    void isCappedForTheWholeNetworkNamespace(Link link, Host client, Host server) {
        int most = 2 * link.longestQueue();
        var longest = server.boundSocket();
        longest.listen(link.longestQueue()).succeeds();
        var longer = server.boundSocket();

        longer.listen(most).returns(0);

        assertThat(client.roomIn(longer, most))
                .isEqualTo(client.roomIn(longest, most))
                .isLessThan(most);
    }

    private static void fill(Host client, Socket listener, int room) {
        for (int number = 1; number <= room; number++) {
            var socket = client.socket().nonBlocking();
            socket.connect(listener).startsOrSucceeds();
            socket.poll(POLLOUT).reports(POLLOUT);
            socket.peerName().succeeds();
        }
    }
}
