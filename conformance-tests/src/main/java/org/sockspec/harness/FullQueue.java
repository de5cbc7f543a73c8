package org.sockspec.harness;

import static org.sockspec.api.PollEvent.POLLOUT;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sockspec.engine.Verdicts;

/**
 * The clients of a listener whose queue is full.
 *
 * @param connected those in the queue
 * @param waiting the one for which there was no room
 */
public record FullQueue(List<Socket> connected, Socket waiting) {
    private static final int BACKLOG = 1;
    private static final int MOST = 64;

    static Socket fill(Host host) {
        var listener = host.socket();
        listener.bind(host.freshAddress()).succeeds();
        listener.listen(BACKLOG).succeeds();
        fill(host, listener).waiting().close().succeeds();
        return listener;
    }

    static FullQueue fill(Host host, Socket listener) {
        var clients = connect(host, listener, MOST);
        if (clients.waiting().isEmpty()) {
            throw new Verdicts.NotRun("the queue of a listener still had room after " + MOST + " connections");
        }
        return new FullQueue(clients.connected(), clients.waiting().get(0));
    }

    /** Counts the clients for which a listener has room, up to a number. */
    static int room(Host host, Socket listener, int most) {
        return connect(host, listener, most).connected().size();
    }

    private static Clients connect(Host host, Socket listener, int most) {
        var connected = new ArrayList<Socket>();
        while (connected.size() < most) {
            var client = host.socket().nonBlocking();
            if (!isConnected(host, client, client.connect(listener))) {
                return new Clients(List.copyOf(connected), List.of(client));
            }
            connected.add(client);
        }
        return new Clients(List.copyOf(connected), List.of());
    }

    /** Those that were connected, and the one that was not. */
    private record Clients(List<Socket> connected, List<Socket> waiting) {}

    /** A client whose attempt goes on is left waiting if one that started later, elsewhere, is connected before it. */
    private static boolean isConnected(Host host, Socket client, OutcomeAssert attempt) {
        if (!attempt.isPending()) {
            return !attempt.hasFailed();
        }
        var later = host.socket().nonBlocking();
        later.connect(host.listener()).startsOrSucceeds();
        later.poll(POLLOUT).reports(POLLOUT);
        var seen = client.pollFor(host.run().suite().budgets().mustNotHappen(), POLLOUT);
        return Set.of(POLLOUT).equals(seen.returned().revents().get(0));
    }
}
