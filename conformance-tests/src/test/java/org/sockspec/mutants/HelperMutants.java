package org.sockspec.mutants;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.sockspec.api.Address;
import org.sockspec.api.Domain;
import org.sockspec.api.Errno;
import org.sockspec.api.Outcome;
import org.sockspec.api.Protocol;
import org.sockspec.api.Returned;
import org.sockspec.api.SocketApi;
import org.sockspec.api.SocketType;
import org.sockspec.engine.Helpers;
import org.sockspec.helper.Waiter;

/** Broken variants of the portable helpers, by the clause whose test must notice. */
final class HelperMutants {
    static final Map<String, Helpers> BY_CLAUSE = Map.of("client-helper.backoff-doubling", new BrokenRetry() {
        @Override
        long next(long wait) {
            return wait + 1;
        }
    });

    private HelperMutants() {}

    /** The connecting helper in steps that a mutant can break one by one. */
    abstract static class BrokenRetry implements Helpers {
        @Override
        public Outcome connectWithRetry(
                SocketApi api, int maxWait, Waiter waiter, Domain domain, SocketType type, Address address) {
            int fd = -1;
            Outcome outcome = Outcome.failed(Errno.ECONNREFUSED);
            for (long wait = 1; wait <= maxWait; wait = next(wait)) {
                if (fd < 0 || !reusesSocket()) {
                    var created = api.socket(domain, type, Set.of(), Protocol.DEFAULT);
                    if (!(created instanceof Returned socket)) {
                        return created;
                    }
                    fd = (int) socket.value();
                }
                outcome = api.connect(fd, address);
                if (outcome instanceof Returned) {
                    return Outcome.returned(fd);
                }
                if (!reusesSocket() && !leaks()) {
                    api.close(fd);
                }
                if (wait <= maxWait / 2 || waitsAfterLast()) {
                    waiter.pause(Duration.ofSeconds(wait));
                }
            }
            return outcome;
        }

        long next(long wait) {
            return wait * 2;
        }

        boolean reusesSocket() {
            return false;
        }

        boolean leaks() {
            return false;
        }

        boolean waitsAfterLast() {
            return false;
        }
    }
}
