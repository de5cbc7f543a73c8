package org.sockspec.specs.accept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.harness.StoredName.ROOM;

import java.util.List;
import org.sockspec.api.Argument;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Observation;
import org.sockspec.harness.OwnProcess;
import org.sockspec.harness.Socket;
import org.sockspec.harness.StoredName;

class MemorySpec {
    private static final Argument NOWHERE = new Argument.Wrong(Argument.Pointer.UNMAPPED);

    @Clause("accept.address.truncated")
    void isNotWrittenBehindTheGivenLength(Host client, Host server) {
        var listener = server.listener();
        var caller = callerOf(listener, client);
        var name = caller.stores("getsockname", ROOM).succeeds().bytes();

        accept(listener, 4).writesNothingFrom(4).holds(0, name.slice(0, 4));
        callerOf(listener, client);
        accept(listener, 0).writesNothingFrom(0);
    }

    @Clause("accept.address.truncated-length")
    void hasALengthWhenItIsCut(Observation seen, Host client, Host server) {
        var listener = server.listener();
        var caller = callerOf(listener, client);
        int whole = caller.name().addressLength();

        int told = accept(listener, 4).length();

        assertThat(told).isIn(4, whole);
        seen.is(told == 4 ? "given-length" : "full-length");
    }

    @Clause("accept.address.larger-buffer")
    void isWrittenAloneWhereThereIsMoreRoom(Host client, Host server) {
        var listener = server.listener();
        var caller = callerOf(listener, client);
        var expected = caller.stores("getsockname", ROOM).succeeds();

        var name = accept(listener, ROOM);

        assertThat(name.length()).isEqualTo(expected.length());
        name.holds(0, expected.bytes());
    }

    @OwnProcess
    @Clause("accept.address.bad-pointer")
    void mayFailWithoutMemoryOrLength(Host host) {
        var listener = host.listener();

        host.socket().connect(listener).succeeds();
        listener.stores("accept", -1).call().isAccepted();
        host.socket().connect(listener).succeeds();
        listener.raw("accept", NOWHERE, new Argument.Ints(List.of(ROOM))).isAccepted();
    }

    /** Connects a client that has a name. */
    private static Socket callerOf(Socket listener, Host client) {
        var caller = client.boundSocket();
        caller.connect(listener).succeeds();
        return caller;
    }

    private static StoredName accept(Socket listener, int room) {
        return listener.stores("accept", room).succeeds();
    }
}
