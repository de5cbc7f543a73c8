package org.sockspec.cli.check;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.sockspec.api.Address;
import org.sockspec.api.Call;
import org.sockspec.api.Capabilities;
import org.sockspec.api.Domain;
import org.sockspec.api.Errno;
import org.sockspec.api.Outcome;
import org.sockspec.api.Protocol;
import org.sockspec.api.Returned;
import org.sockspec.api.SocketType;
import org.sockspec.protocol.Testee;

/** What the script of a rung works with: a session of a testee, and demands on what it answers. */
final class Climb {
    static final String MAIN = "1";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Testee testee;
    private final Domain domain;
    private final Addresses addresses;
    private Testee.Session session;

    /** Gives addresses that nobody has. */
    @FunctionalInterface
    interface Addresses {
        Address fresh(Domain domain);
    }

    /** A connection and the listener it came from. */
    record Connection(int listener, int client, int server) {}

    Climb(Testee testee, Domain domain, Addresses addresses) {
        this.testee = testee;
        this.domain = domain;
        this.addresses = addresses;
        this.session = testee.openSession();
    }

    Domain domain() {
        return domain;
    }

    Capabilities capabilities() {
        return testee.capabilities();
    }

    Address freshAddress() {
        return addresses.fresh(domain);
    }

    int socket(SocketType type) {
        return descriptor(new Call.Socket(domain, type, Set.of(), Protocol.DEFAULT));
    }

    int listener(Address address) {
        int fd = socket(SocketType.SOCK_STREAM);
        returns(0, new Call.Bind(fd, address));
        returns(0, new Call.Listen(fd, 8));
        return fd;
    }

    Connection connection() {
        var address = freshAddress();
        int listener = listener(address);
        int client = socket(SocketType.SOCK_STREAM);
        returns(0, new Call.Connect(client, address));
        return new Connection(listener, client, descriptor(new Call.Accept(listener, true)));
    }

    /** Makes a call that must return a descriptor. */
    int descriptor(Call call) {
        var returned = returns(call);
        demand(returned.value() >= 0, call, "a descriptor, 0 or more", returned);
        return (int) returned.value();
    }

    /** Makes a call that must return this value. */
    Returned returns(long value, Call call) {
        var returned = returns(call);
        demand(returned.value() == value, call, "ret " + value, returned);
        return returned;
    }

    /** Makes a call that must return. */
    Returned returns(Call call) {
        var outcome = outcome(call);
        if (outcome instanceof Returned returned) {
            return returned;
        }
        throw new BrokenRungException(
                call.method() + " failed with " + outcome + "; expected is success; the request was " + call);
    }

    /** Makes a call that must fail, with one of these errors if there are any. */
    void fails(Call call, Errno... errors) {
        var outcome = outcome(call);
        boolean fits = outcome instanceof Outcome.Failed failed
                && (errors.length == 0 || Set.of(errors).contains(failed.errno()));
        demand(fits, call, errors.length == 0 ? "a failure" : "failure with one of " + Set.of(errors), outcome);
    }

    /** Begins a call in a lane of its own. */
    CompletableFuture<Outcome> begin(String lane, Call call) {
        return session.call(lane, call);
    }

    Outcome outcome(Call call) {
        return answer(call, session.call(MAIN, call));
    }

    /** Waits for the answer to a call. */
    Outcome answer(Call call, CompletableFuture<Outcome> reply) {
        var outcome = await(call.method(), reply);
        if (outcome instanceof Outcome.Unsupported
                && "binding".equals(capabilities().level())) {
            throw new NoSuchFormException("the binding does not express " + call);
        }
        if (outcome instanceof Outcome.Unsupported) {
            throw new BrokenRungException("declares " + call.method() + " among its calls, but answers that it does"
                    + " not support it; leave it out of \"calls\", or implement it");
        }
        if (outcome instanceof Outcome.Died died) {
            throw new BrokenRungException("the testee " + died.how() + ", asked for " + call.method());
        }
        return outcome;
    }

    /** Waits until a lane has begun. */
    void awaitBegun(String lane) {
        await("begun", session.begun(lane));
    }

    /** Ends the session; goes on in a new one. */
    void endSession() {
        int stuck = await("end_session", session.end());
        if (stuck != 0) {
            throw new BrokenRungException("end_session could not free " + stuck
                    + " lanes; make the blocked calls return, by a signal, a shutdown or a cancellation");
        }
        session = testee.openSession();
    }

    void demand(boolean condition, Call call, String expected, Object seen) {
        if (!condition) {
            throw new BrokenRungException(call.method() + " must answer with " + expected + ", not with " + seen
                    + "; the request was " + call);
        }
    }

    private static <T> T await(String what, CompletableFuture<T> reply) {
        try {
            return reply.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new BrokenRungException(what + " was not answered within " + PATIENCE.toSeconds()
                    + " s; a call that blocks must not keep other lanes from being served");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokenRungException("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
