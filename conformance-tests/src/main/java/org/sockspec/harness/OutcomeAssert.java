package org.sockspec.harness;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Address;
import org.sockspec.api.Bytes;
import org.sockspec.api.Call;
import org.sockspec.api.Control;
import org.sockspec.api.Domain;
import org.sockspec.api.Errno;
import org.sockspec.api.FileFlag;
import org.sockspec.api.OptionValue;
import org.sockspec.api.Outcome;
import org.sockspec.api.PollEvent;
import org.sockspec.api.Returned;
import org.sockspec.api.Signal;
import org.sockspec.api.SocketType;
import org.sockspec.engine.Exchange;
import org.sockspec.engine.Verdicts;

/** Expectations on the outcome of a call. Each waits for the call to return, except {@link #staysBlocked()}. */
public final class OutcomeAssert extends AbstractAssert<OutcomeAssert, Object> {
    private final Host host;
    private final @Nullable Exchange exchange;
    private @Nullable Outcome outcome;
    private @Nullable Domain domain;
    private @Nullable SocketType type;

    OutcomeAssert(Host host, Exchange exchange) {
        super(exchange, OutcomeAssert.class);
        this.host = host;
        this.exchange = exchange;
    }

    OutcomeAssert(Host host, String what, Outcome outcome) {
        super(what, OutcomeAssert.class);
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
     * the value of an option, or an event that poll() reported.
     */
    public OutcomeAssert isAccepted() {
        var accepted = host.run().accepted();
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

    /** Expects a return value that is not negative and below a bound. */
    public OutcomeAssert returnsLessThan(long bound) {
        long value = returned().value();
        return demand(value >= 0 && value < bound, "expected is less than " + bound);
    }

    /** Expects failure, whatever the error. */
    public OutcomeAssert fails() {
        return demand(outcome() instanceof Outcome.Failed, "expected is failure");
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

    /** Expects exactly this text to have been received. */
    public OutcomeAssert receives(String text) {
        return receives(Bytes.of(text));
    }

    /** Expects exactly these bytes to have been received. */
    public OutcomeAssert receives(Bytes expected) {
        return demand(expected.equals(returned().data()), "expected is " + expected);
    }

    /** Expects end of file. */
    public OutcomeAssert receivesEndOfFile() {
        return demand(returned().value() == 0, "expected is 0, end of file");
    }

    /** Expects a pattern that is complete and unaltered. */
    public OutcomeAssert receivesPattern(long length) {
        var seen = returned();
        return demand(
                seen.value() == length && Objects.equals(seen.mismatchAt(), -1L),
                "expected are " + length + " bytes as they were sent");
    }

    /** Expects a stored address. */
    public OutcomeAssert storesAddress(Address expected) {
        return demand(expected.equals(returned().address()), "expected is " + expected);
    }

    /** Expects the value of an option. */
    public OutcomeAssert hasValue(OptionValue expected) {
        return demand(expected.equals(returned().option()), "expected is " + expected);
    }

    /** Expects the value of an option that has a name. */
    public OutcomeAssert hasValue(String name) {
        return hasValue(new OptionValue.Symbol(name));
    }

    /** Expects the value of an option that is a number. */
    public OutcomeAssert hasValue(int number) {
        return hasValue(OptionValue.of(number));
    }

    /** Expects poll() to have reported exactly these events. */
    public OutcomeAssert reports(PollEvent... events) {
        return demand(
                Set.of(events).equals(returned().revents().get(0)), "expected is exactly " + Arrays.toString(events));
    }

    /** Expects poll() or select() to have reported something. */
    public OutcomeAssert reportsSomething() {
        return demand(returned().value() > 0, "expected is an event");
    }

    /** Expects poll() or select() to have reported nothing. */
    public OutcomeAssert reportsNothing() {
        return demand(returned().value() == 0, "expected is nothing");
    }

    /** Expects select() to have left the descriptor in the read set only. */
    public OutcomeAssert marksOnlyReadable() {
        return marks(true, false);
    }

    /** Expects select() to have left the descriptor in the write set only. */
    public OutcomeAssert marksOnlyWritable() {
        return marks(false, true);
    }

    /** Expects select() to have left the descriptor in the write set, whatever it left in the others. */
    public OutcomeAssert marksWritable() {
        var ready = returned().ready();
        return demand(ready != null && !ready.write().isEmpty(), "expected is that the write set is marked");
    }

    /** Expects a flag to be set. */
    public OutcomeAssert hasFlag(FileFlag flag) {
        return demand(returned().fileFlags().contains(flag), "expected is that " + flag + " is set");
    }

    /** Expects a flag to be clear. */
    public OutcomeAssert hasNoFlag(FileFlag flag) {
        return demand(!returned().fileFlags().contains(flag), "expected is that " + flag + " is clear");
    }

    /** Expects fstat() to tell a type of file. */
    public OutcomeAssert isOfType(String mode) {
        return demand(mode.equals(returned().mode()), "expected is " + mode);
    }

    /** Returns the return value of a call that succeeded. */
    public long value() {
        return returned().value();
    }

    /** Returns the socket that the call created. */
    public Socket socket() {
        var created = host.adopt(
                returned().value(),
                Objects.requireNonNull(domain, "the call creates no socket"),
                Objects.requireNonNull(type));
        demand(created.fd() >= 0, "expected is a descriptor");
        return created;
    }

    /** Returns the option value that the call stored. */
    public OptionValue option() {
        return Objects.requireNonNull(returned().option(), "the call reads no option");
    }

    /** Returns the address that the call stored. */
    public Address address() {
        demand(returned().address() != null, "expected is an address");
        return Objects.requireNonNull(returned().address());
    }

    /** Returns the bytes that the call received. */
    public Bytes data() {
        return Objects.requireNonNull(returned().data(), "the call receives nothing");
    }

    /** Returns the one descriptor that came with SCM_RIGHTS. */
    public int passedDescriptor() {
        var passed = Objects.requireNonNull(returned().control(), "the call receives no control messages").stream()
                .filter(Control.Rights.class::isInstance)
                .flatMap(rights -> ((Control.Rights) rights).fds().stream())
                .toList();
        demand(passed.size() == 1, "expected is one descriptor");
        return passed.get(0);
    }

    /** Returns what the call stored, after it succeeded. */
    public Returned returned() {
        if (outcome() instanceof Returned returned) {
            return returned;
        }
        throw deviates("expected is success");
    }

    /** Waits for the outcome. */
    Outcome outcome() {
        if (outcome == null) {
            outcome = host.run().await(Objects.requireNonNull(exchange));
        }
        return outcome;
    }

    private OutcomeAssert marks(boolean readable, boolean writable) {
        var ready = returned().ready();
        boolean right = ready != null
                && ready.read().isEmpty() == !readable
                && ready.write().isEmpty() == !writable
                && ready.except().isEmpty();
        return demand(right, "expected is that only the " + (readable ? "read" : "write") + " set is marked");
    }

    private OutcomeAssert demand(boolean holds, String expectation) {
        if (!holds) {
            throw deviates(expectation);
        }
        return this;
    }

    private AssertionError deviates(String expectation) {
        var seen = outcome();
        host.run().observe(seen instanceof Returned returned ? Long.toString(returned.value()) : seen.toString());
        return failure("%s gave %s; %s", exchange == null ? actual : exchange, seen, expectation);
    }
}
