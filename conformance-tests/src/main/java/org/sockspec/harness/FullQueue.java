package org.sockspec.harness;

import static org.sockspec.api.PollEvent.POLLOUT;

import org.sockspec.api.Errno;
import org.sockspec.api.Outcome;
import org.sockspec.engine.Verdicts;

/** Fills the queue of a listener: connects clients that nobody accepts until one is left waiting. */
final class FullQueue {
    private static final int BACKLOG = 1;
    private static final int MOST = 64;

    private FullQueue() {}

    static Socket fill(Host host) {
        var listener = host.socket();
        listener.bind(host.freshAddress()).succeeds();
        listener.listen(BACKLOG).succeeds();
        for (int clients = 0; clients < MOST; clients++) {
            var client = host.socket().nonBlocking();
            var outcome = client.connect(listener).outcome();
            if (outcome.equals(Outcome.failed(Errno.EAGAIN)) || isPending(host, client, outcome)) {
                client.close().succeeds();
                return listener;
            }
        }
        throw new Verdicts.NotRun(
                "the queue of a listener with backlog " + BACKLOG + " still had room after " + MOST + " connections");
    }

    /** A client is left waiting if it is not connected although one that started later, elsewhere, is. */
    private static boolean isPending(Host host, Socket client, Outcome outcome) {
        if (!outcome.equals(Outcome.failed(Errno.EINPROGRESS))) {
            return false;
        }
        var later = host.socket().nonBlocking();
        later.connect(host.listener()).startsOrSucceeds();
        later.poll(POLLOUT).reports(POLLOUT);
        return client.pollFor(host.run().suite().budgets().mustNotHappen(), POLLOUT)
                        .value()
                == 0;
    }
}
