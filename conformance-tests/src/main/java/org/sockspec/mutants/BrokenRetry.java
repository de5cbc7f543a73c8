package org.sockspec.mutants;

import java.time.Duration;
import java.util.Set;
import org.sockspec.api.Address;
import org.sockspec.api.Domain;
import org.sockspec.api.Outcome;
import org.sockspec.api.Protocol;
import org.sockspec.api.Returned;
import org.sockspec.api.SocketApi;
import org.sockspec.api.SocketType;
import org.sockspec.engine.Helpers;
import org.sockspec.helper.Waiter;

/** The connecting helper in steps that a mutant breaks one by one. */
abstract class BrokenRetry implements Helpers {
    private static final int NONE = -1;

    @Override
    public Outcome connectWithRetry(
            SocketApi api, int maxWait, Waiter waiter, Domain domain, SocketType type, Address address) {
        beforeFirst(api, waiter, domain, type, address);
        int fd = NONE;
        int tries = 0;
        for (long wait = 1; ; wait = next(wait)) {
            tries++;
            var outcome = fd == NONE ? socket(api, domain, type) : Outcome.returned(fd);
            if (outcome instanceof Outcome.Failed && !retriesSocket()) {
                return outcome;
            }
            int toClose = NONE;
            if (outcome instanceof Returned socket) {
                fd = (int) socket.value();
                outcome = api.connect(fd, address);
                if (outcome instanceof Returned || isTakenForSuccess(outcome)) {
                    return Outcome.returned(result(api, fd, domain, type));
                }
                if (!isUsedAgainAfter(outcome)) {
                    toClose = fd;
                    fd = NONE;
                    outcome = closesLate() ? outcome : close(api, toClose, outcome);
                }
            }
            boolean last = isLast(tries, wait, maxWait);
            if (!last || waitsAfterLast()) {
                waiter.pause(Duration.ofSeconds(pauseFor(wait)));
            }
            if (closesLate()) {
                api.close(toClose);
            }
            if (last) {
                return outcome;
            }
        }
    }

    void beforeFirst(SocketApi api, Waiter waiter, Domain domain, SocketType type, Address address) {}

    Outcome socket(SocketApi api, Domain domain, SocketType type) {
        return api.socket(domain, type, Set.of(), Protocol.DEFAULT);
    }

    boolean retriesSocket() {
        return false;
    }

    boolean isTakenForSuccess(Outcome failure) {
        return false;
    }

    int result(SocketApi api, int connected, Domain domain, SocketType type) {
        return connected;
    }

    boolean isUsedAgainAfter(Outcome failure) {
        return false;
    }

    boolean closesLate() {
        return false;
    }

    /** Returns what counts as the outcome of the try from here on. */
    Outcome close(SocketApi api, int fd, Outcome failure) {
        api.close(fd);
        return failure;
    }

    boolean isLast(int tries, long wait, int maxWait) {
        return wait > maxWait / 2;
    }

    long pauseFor(long wait) {
        return wait;
    }

    boolean waitsAfterLast() {
        return false;
    }

    long next(long wait) {
        return wait * 2;
    }
}
