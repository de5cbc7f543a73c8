package org.sockspec.mutants;

import static java.util.Map.entry;

import java.time.Duration;
import java.util.Map;
import org.sockspec.api.Address;
import org.sockspec.api.Domain;
import org.sockspec.api.Errno;
import org.sockspec.api.Outcome;
import org.sockspec.api.Returned;
import org.sockspec.api.SocketApi;
import org.sockspec.api.SocketType;
import org.sockspec.engine.Helpers;
import org.sockspec.helper.Waiter;

/** Broken variants of the connecting helper. */
final class RetryMutants {
    static final Map<String, Helpers> BY_CLAUSE = Map.ofEntries(
            entry("client-helper.immediate", new BrokenRetry() {
                @Override
                void beforeFirst(SocketApi api, Waiter waiter, Domain domain, SocketType type, Address address) {
                    waiter.pause(Duration.ofSeconds(1));
                }
            }),
            entry("client-helper.returns-connected", new BrokenRetry() {
                @Override
                int result(SocketApi api, int connected, Domain domain, SocketType type) {
                    return socket(api, domain, type) instanceof Returned other ? (int) other.value() : connected;
                }
            }),
            entry("client-helper.types", new BrokenRetry() {
                @Override
                Outcome socket(SocketApi api, Domain domain, SocketType type) {
                    return super.socket(api, domain, SocketType.SOCK_STREAM);
                }
            }),
            entry("client-helper.retries", new BrokenRetry() {
                @Override
                boolean isLast(int tries, long wait, int maxWait) {
                    return tries == 2;
                }
            }),
            entry("client-helper.new-socket-per-try", new BrokenRetry() {
                @Override
                boolean isUsedAgainAfter(Outcome failure) {
                    return true;
                }
            }),
            entry("client-helper.closes-failed", new BrokenRetry() {
                @Override
                boolean closesLate() {
                    return true;
                }
            }),
            entry("client-helper.backoff-doubling", new BrokenRetry() {
                @Override
                long next(long wait) {
                    return wait + 1;
                }
            }),
            entry("client-helper.bounded-tries", new BrokenRetry() {
                @Override
                boolean isLast(int tries, long wait, int maxWait) {
                    return wait > maxWait;
                }
            }),
            entry("client-helper.no-wait-after-last", new BrokenRetry() {
                @Override
                boolean waitsAfterLast() {
                    return true;
                }
            }),
            entry("client-helper.limit-parameter", new BrokenRetry() {
                @Override
                boolean isLast(int tries, long wait, int maxWait) {
                    return tries == 8;
                }
            }),
            entry("client-helper.socket-failure", new BrokenRetry() {
                @Override
                boolean retriesSocket() {
                    return true;
                }
            }),
            entry("client-helper.errno-of-last-try", new BrokenRetry() {
                @Override
                Outcome close(SocketApi api, int fd, Outcome failure) {
                    return api.close(fd) instanceof Outcome.Failed closing ? closing : failure;
                }
            }),
            entry("client-helper.permanent-errors", new BrokenRetry() {
                @Override
                boolean isTakenForSuccess(Outcome failure) {
                    return failure.equals(Outcome.failed(Errno.EINVAL));
                }
            }),
            entry("client-helper.interrupted", new BrokenRetry() {
                @Override
                boolean isUsedAgainAfter(Outcome failure) {
                    return failure.equals(Outcome.failed(Errno.EINTR));
                }
            }),
            entry("client-helper.no-queue-left-behind", new BrokenRetry() {
                @Override
                void beforeFirst(SocketApi api, Waiter waiter, Domain domain, SocketType type, Address address) {
                    if (socket(api, domain, type) instanceof Returned probe) {
                        api.connect((int) probe.value(), address);
                        api.close((int) probe.value());
                    }
                }
            }),
            entry("client-helper.bounded-total", new BrokenRetry() {
                @Override
                long pauseFor(long wait) {
                    return Math.min(wait, 32);
                }
            }));

    private RetryMutants() {}
}
