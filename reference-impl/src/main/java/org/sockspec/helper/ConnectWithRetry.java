package org.sockspec.helper;

import java.time.Duration;
import java.util.Set;
import org.sockspec.api.Address;
import org.sockspec.api.Domain;
import org.sockspec.api.Outcome;
import org.sockspec.api.Protocol;
import org.sockspec.api.Returned;
import org.sockspec.api.SocketApi;
import org.sockspec.api.SocketType;

/**
 * Connect to a server that may not be there yet, with waits that double (POSIX XSH connect(), APPLICATION USAGE).
 *
 * @param api to connect with
 * @param maxWaitSeconds upper end of the waits, 1 or more: tries are made while 1, 2, 4 ... do not exceed it
 * @param waiter lets the time between two tries pass
 */
public record ConnectWithRetry(SocketApi api, int maxWaitSeconds, Waiter waiter) {
    private static final int DEFAULT_MAX_WAIT = 128;

    public ConnectWithRetry {
        if (maxWaitSeconds < 1) {
            throw new IllegalArgumentException(
                    "With a maximum wait of " + maxWaitSeconds + " s there is no try at all. Give 1 or more.");
        }
    }

    /** Makes at most 8 tries with 127 seconds between them. */
    public ConnectWithRetry(SocketApi api, Waiter waiter) {
        this(api, DEFAULT_MAX_WAIT, waiter);
    }

    /**
     * Returns the descriptor of a connected socket, or what the last connect() failed with. Every try has a socket of
     * its own, because the state of one on which connect() failed is unspecified.
     */
    public Outcome connect(Domain domain, SocketType type, Protocol protocol, Address address) {
        for (long wait = 1; ; wait *= 2) {
            var created = api.socket(domain, type, Set.of(), protocol);
            if (!(created instanceof Returned socket)) {
                return created;
            }
            var outcome = connect((int) socket.value(), address);
            boolean last = wait > maxWaitSeconds / 2;
            if (last || !(outcome instanceof Outcome.Failed)) {
                return outcome;
            }
            waiter.pause(Duration.ofSeconds(wait));
        }
    }

    private Outcome connect(int fd, Address address) {
        var outcome = api.connect(fd, address);
        if (outcome instanceof Returned) {
            return Outcome.returned(fd);
        }
        api.close(fd);
        return outcome;
    }
}
