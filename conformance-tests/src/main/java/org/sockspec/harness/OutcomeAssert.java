package org.sockspec.harness;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Call;
import org.sockspec.api.Domain;
import org.sockspec.api.Errno;
import org.sockspec.api.Outcome;
import org.sockspec.api.Returned;
import org.sockspec.api.Signal;
import org.sockspec.api.SocketType;
import org.sockspec.engine.Exchange;
import org.sockspec.engine.Verdicts;

/** Expectations on the outcome of a call. Each waits for the call to return, except {@link #staysBlocked()}. */
public final class OutcomeAssert extends StoredAssert {
    private static final String DESCRIPTOR = "descriptor";

    private final Host host;
    private final @Nullable Exchange exchange;
    private @Nullable Outcome outcome;
    private @Nullable Domain domain;
    private @Nullable SocketType type;

    OutcomeAssert(Host host, Exchange exchange) {
        super(exchange);
        this.host = host;
        this.exchange = exchange;
    }

    OutcomeAssert(Host host, String what, Outcome outcome) {
        super(what);
        this.host = host;
        this.exchange = null;
        this.outcome = outcome;
    }

    OutcomeAssert creating(Domain domainOfNew, SocketType typeOfNew) {
        this.domain = domainOfNew;
        this.type = typeOfNew;
        return this;
    }

    /**
     * Expects one of the outcomes that the catalogue accepts for the clause, and notes which: an error, a return value,
     * the value of an option, an event that poll() reported, or a new descriptor.
     */
    public OutcomeAssert isAccepted() {
        var accepted = host.run().accepted();
        if (hasCreated() && accepted.contains(DESCRIPTOR)) {
            host.run().observe(DESCRIPTOR);
            return this;
        }
        for (var symbol : Symbols.of(outcome())) {
            if (accepted.contains(symbol)) {
                host.run().observe(symbol);
                return this;
            }
        }
        throw deviates("accepted is " + String.join(" or ", accepted));
    }

    /** Expects success, whatever the call returns. */
    public OutcomeAssert succeeds() {
        returned();
        return this;
    }

    /** Expects a return value. */
    public OutcomeAssert returns(long value) {
        return demand(returned().value() == value, "expected is " + value);
    }

    /** Tells whether the call failed, for clauses that accept failure as well as success. */
    public boolean hasFailed() {
        return outcome() instanceof Outcome.Failed;
    }

    /** Tells whether a non-blocking connect() gave EINPROGRESS. */
    public boolean isPending() {
        return outcome().equals(Outcome.failed(Errno.EINPROGRESS));
    }

    /** Expects a return value that is not negative and below a bound. */
    public OutcomeAssert returnsLessThan(long bound) {
        long value = returned().value();
        return demand(value >= 0 && value < bound, "expected is less than " + bound);
    }

    /** Expects failure, whatever the error. */
    public OutcomeAssert fails() {
        return demand(outcome() instanceof Outcome.Failed, "expected is failure");
    }

    /** Expects the call to return, with whatever outcome. */
    public OutcomeAssert returns() {
        outcome();
        return this;
    }

    /** Expects what a non-blocking connect() may give: success, or EINPROGRESS for an attempt that goes on. */
    public OutcomeAssert startsOrSucceeds() {
        return demand(
                outcome() instanceof Returned || outcome().equals(Outcome.failed(Errno.EINPROGRESS)),
                "expected is 0 or EINPROGRESS");
    }

    /** Expects EINPROGRESS; where a refusal is known at once there is no pending attempt for the case to look at. */
    public OutcomeAssert isRefusedLater() {
        if (outcome().equals(Outcome.failed(Errno.ECONNREFUSED))) {
            throw new Verdicts.Unsupported("a refusal is known at once and never follows EINPROGRESS");
        }
        return failsWith(Errno.EINPROGRESS);
    }

    /** Expects one of the accepted errors; where the call succeeds, the implementation has what the clause does without. */
    public OutcomeAssert isAcceptedUnlessProvided(String what) {
        return failsUnlessProvided(what).isAccepted();
    }

    /** Expects failure; where the call succeeds, the implementation has what the clause does without. */
    public OutcomeAssert failsUnlessProvided(String what) {
        if (outcome() instanceof Returned) {
            throw new Verdicts.Unsupported(what + " is provided");
        }
        return this;
    }

    /** Expects one of these errors. */
    public OutcomeAssert failsWith(Errno... errors) {
        return demand(
                outcome() instanceof Outcome.Failed failed
                        && Arrays.asList(errors).contains(failed.errno()),
                "expected is " + Arrays.stream(errors).map(Errno::name).collect(Collectors.joining(" or ")));
    }

    /**
     * Expects that the call is still pending after the implementation has made progress elsewhere. The case has to
     * release the call afterwards and look at how it returned.
     */
    public OutcomeAssert staysBlocked() {
        var pending = Objects.requireNonNull(exchange, "only a call can stay blocked");
        host.awaitBegun(pending);
        host.pulse();
        var seen = pending.within(host.run().suite().budgets().mustNotHappen());
        if (!(seen instanceof Outcome.StillBlocked)) {
            outcome = seen;
            host.run().await(pending);
            throw deviates("expected is that it stays blocked");
        }
        host.pulse();
        return this;
    }

    /** Sends a signal to the thread that is blocked in the call. */
    public OutcomeAssert isInterruptedBy(Signal signal) {
        var pending = Objects.requireNonNull(exchange, "only a call can be interrupted");
        host.call(new Call.PthreadKill(pending.lane(), signal)).succeeds();
        return this;
    }

    /** Expects the call to have taken at least this time. */
    public OutcomeAssert takesAtLeast(Duration time) {
        outcome();
        var timed = Objects.requireNonNull(exchange, "only a call takes time");
        return demand(
                timed.ended() - timed.started() >= time.toNanos(), "expected is at least " + time.toMillis() + " ms");
    }

    /**
     * Gives the case up as inconclusive if the call went out later than this time after an earlier one: the machine was
     * too slow to see what can be seen only within that time.
     */
    public OutcomeAssert startedWithin(Duration time, OutcomeAssert earlier) {
        long passed = Objects.requireNonNull(exchange).started()
                - Objects.requireNonNull(earlier.exchange).started();
        if (passed > time.toNanos()) {
            throw new Verdicts.Inconclusive(exchange + " came " + passed / 1_000_000 + " ms after " + earlier.exchange
                    + ", later than the " + time.toMillis() + " ms in which it tells something");
        }
        return this;
    }

    /** Returns the socket that the call created. */
    public Socket socket() {
        var created = created(returned().value());
        demand(created.fd() >= 0, "expected is a descriptor");
        return created;
    }

    /** Returns the two sockets that the call created. */
    public Connection pair() {
        var fds = returned().fds();
        demand(fds != null && fds.size() == 2, "expected are two descriptors");
        return new Connection(created(fds.get(0)), created(fds.get(1)));
    }

    private Socket created(long fd) {
        return host.adopt(
                fd, Objects.requireNonNull(domain, "the call creates no socket"), Objects.requireNonNull(type));
    }

    @Override
    Outcome outcome() {
        if (outcome == null) {
            outcome = host.run().await(Objects.requireNonNull(exchange));
        }
        return outcome;
    }

    @Override
    AssertionError deviates(String expectation) {
        var seen = outcome();
        // The number of a new descriptor differs from run to run, so that no baseline could name it.
        host.run().observe(hasCreated() ? DESCRIPTOR : Symbols.of(seen).get(0));
        var message = failure("%s gave %s; %s", exchange == null ? actual : exchange, seen, expectation);
        return new Verdicts.Deviation(host.name(), String.valueOf(message.getMessage()));
    }

    private boolean hasCreated() {
        return domain != null && outcome() instanceof Returned created && created.fds() == null;
    }
}
