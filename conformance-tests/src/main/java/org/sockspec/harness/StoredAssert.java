package org.sockspec.harness;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.AbstractAssert;
import org.sockspec.api.Address;
import org.sockspec.api.Argument;
import org.sockspec.api.Bytes;
import org.sockspec.api.Call;
import org.sockspec.api.Control;
import org.sockspec.api.FdSets;
import org.sockspec.api.FileFlag;
import org.sockspec.api.OptionValue;
import org.sockspec.api.Outcome;
import org.sockspec.api.PollEvent;
import org.sockspec.api.Returned;
import org.sockspec.engine.Exchange;
import org.sockspec.engine.Verdicts;

/** Expectations on what a call that succeeded stored, and ways to get at it. */
public abstract sealed class StoredAssert extends AbstractAssert<OutcomeAssert, Object> permits OutcomeAssert {

    StoredAssert(Object call) {
        super(call, OutcomeAssert.class);
    }

    /** Expects exactly this text to have been received. */
    public OutcomeAssert receives(String text) {
        return receives(Bytes.of(text));
    }

    /** Expects exactly these bytes to have been received, and the return value to say so. */
    public OutcomeAssert receives(Bytes expected) {
        return demand(
                expected.equals(returned().data()) && returned().value() == expected.length(),
                "expected is " + expected);
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

    /** Expects the beginning of a pattern, at least one byte of it, unaltered. */
    public OutcomeAssert receivesPrefixOfPattern() {
        return demand(returned().value() > 0, "expected are bytes as they were sent")
                .receivesPattern(returned().value());
    }

    /** Expects a stored address. */
    public OutcomeAssert storesAddress(Address expected) {
        return demand(expected.equals(returned().address()), "expected is " + expected);
    }

    /** Expects the address that another call stored, and its length. */
    public OutcomeAssert storesNameAs(OutcomeAssert other) {
        return storesAddress(other.address())
                .demand(
                        Objects.equals(
                                other.returned().addressLength(), returned().addressLength()),
                        "expected is the length " + other.returned().addressLength());
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

    /** Expects the value of a boolean option that is on: any number but 0 (POSIX XSH 2.10.16). */
    public OutcomeAssert isOn() {
        return demand(
                returned().option() instanceof OptionValue.Number number && number.value() != 0,
                "expected is another number than 0");
    }

    /** Expects poll() to have reported exactly these events. */
    public OutcomeAssert reports(PollEvent... events) {
        return demand(
                Set.of(events).equals(returned().revents().get(0)), "expected is exactly " + Arrays.toString(events));
    }

    /** Expects poll() to have reported an event, whatever else it reported. */
    public OutcomeAssert reportsAmongOthers(PollEvent event) {
        return demand(returned().revents().get(0).contains(event), "expected is " + event);
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

    /** Expects select() to have left the descriptor in the read set, whatever it left in the others. */
    public OutcomeAssert marksReadable() {
        var ready = returned().ready();
        return demand(ready != null && ready.read().equals(given().read()), "expected is that the read set is marked");
    }

    /** Expects select() to have left the descriptor in the write set, whatever it left in the others. */
    public OutcomeAssert marksWritable() {
        var ready = returned().ready();
        return demand(
                ready != null && ready.write().equals(given().write()), "expected is that the write set is marked");
    }

    /** Expects a flag to be set. */
    public OutcomeAssert hasFlag(FileFlag flag) {
        return demand(returned().fileFlags().contains(flag), "expected is that " + flag + " is set");
    }

    /** Expects a flag to be clear. */
    public OutcomeAssert hasNoFlag(FileFlag flag) {
        return demand(!returned().fileFlags().contains(flag), "expected is that " + flag + " is clear");
    }

    /** Expects a flag to be set or clear. */
    public OutcomeAssert hasFlagIf(boolean set, FileFlag flag) {
        return set ? hasFlag(flag) : hasNoFlag(flag);
    }

    /** Expects fstat() to tell a type of file. */
    public OutcomeAssert isOfType(String mode) {
        return demand(mode.equals(returned().mode()), "expected is " + mode);
    }

    /** Returns the return value of a call that succeeded. */
    public long value() {
        return returned().value();
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

    /** Returns the length of the address that the call stored. */
    public int addressLength() {
        var length = returned().addressLength();
        if (length == null) {
            throw new Verdicts.Unsupported("the testee does not tell the length of addresses");
        }
        return length;
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

    /** Returns what a raw call left of its arguments, whether it succeeded or failed. */
    public List<Argument> arguments() {
        var left = outcome() instanceof Outcome.Failed failed
                ? failed.arguments()
                : returned().arguments();
        demand(left != null, "expected are its arguments");
        return Objects.requireNonNull(left);
    }

    /** Returns what the call stored, after it succeeded. */
    public Returned returned() {
        if (outcome() instanceof Returned returned) {
            return returned;
        }
        throw deviates("expected is success");
    }

    /** Waits for the outcome. */
    abstract Outcome outcome();

    /** Makes the failure that says what was seen instead of what was expected. */
    abstract AssertionError deviates(String expectation);

    private OutcomeAssert marks(boolean readable, boolean writable) {
        var given = given();
        var expected = new FdSets(readable ? given.read() : List.of(), writable ? given.write() : List.of(), List.of());
        return demand(
                expected.equals(returned().ready()),
                "expected is that only the " + (readable ? "read" : "write") + " set is marked");
    }

    /** Returns the sets that were given to select(). */
    private FdSets given() {
        if (actual instanceof Exchange exchange && exchange.call() instanceof Call.Select select) {
            return select.sets();
        }
        throw new IllegalStateException("not a call of select()");
    }

    OutcomeAssert demand(boolean holds, String expectation) {
        if (!holds) {
            throw deviates(expectation);
        }
        return myself;
    }
}
