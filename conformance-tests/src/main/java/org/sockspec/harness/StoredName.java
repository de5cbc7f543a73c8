package org.sockspec.harness;

import java.util.Arrays;
import java.util.List;
import org.sockspec.api.Argument;
import org.sockspec.api.Bytes;

/** What a call stored as an address, byte by byte, in memory that was filled with a pattern before. */
public final class StoredName {
    /** Bytes of the memory, as many as a struct sockaddr_storage has. */
    public static final int ROOM = 128;

    private static final byte UNTOUCHED = 0x5A;

    private final OutcomeAssert call;

    private StoredName(OutcomeAssert call) {
        this.call = call;
    }

    /** Calls a function of a descriptor, an address and a length, and says that there is so much room. */
    static StoredName of(Socket socket, String function, int room) {
        var pattern = new byte[ROOM];
        Arrays.fill(pattern, UNTOUCHED);
        return new StoredName(
                socket.raw(function, new Argument.Memory(Bytes.of(pattern)), new Argument.Ints(List.of(room))));
    }

    /** Returns the call. */
    public OutcomeAssert call() {
        return call;
    }

    /** Expects success. */
    public StoredName succeeds() {
        call.succeeds();
        return this;
    }

    /** Expects the bytes from a position on to be as they were before the call. */
    public StoredName writesNothingFrom(int position) {
        var bytes = bytes();
        for (int i = position; i < ROOM; i++) {
            call.demand(bytes.at(i) == UNTOUCHED, "expected is that nothing is written from byte " + position + " on");
        }
        return this;
    }

    /** Expects these bytes from a position on. */
    public StoredName holds(int position, Bytes expected) {
        call.demand(
                bytes().slice(position, position + expected.length()).equals(expected),
                "expected at byte " + position + " is " + expected);
        return this;
    }

    /** Returns the memory after the call. */
    public Bytes bytes() {
        return ((Argument.Memory) call.arguments().get(1)).bytes();
    }

    /** Returns the length after the call. */
    public int length() {
        return ((Argument.Ints) call.arguments().get(2)).ints().get(0);
    }
}
