package org.sockspec.specs.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.harness.StoredName.ROOM;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sockspec.api.Argument;
import org.sockspec.api.Bytes;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Observation;
import org.sockspec.harness.OwnProcess;
import org.sockspec.harness.Socket;

class MemorySpec {
    private static final String LOCAL = "getsockname";
    private static final String PEER = "getpeername";
    private static final Argument NOWHERE = new Argument.Wrong(Argument.Pointer.NULL);
    private static final Argument SOME_MEMORY = new Argument.Memory(Bytes.zeros(ROOM));

    @Clause("names.truncated")
    void isNotWrittenBehindTheGivenLength(Host client, Host server) {
        named(client, server).forEach((function, socket) -> {
            var whole = socket.stores(function, ROOM).succeeds().bytes();
            for (int room : List.of(0, 3)) {
                var cut = socket.stores(function, room).succeeds();
                cut.writesNothingFrom(room).holds(0, whole.slice(0, room));
            }
        });
    }

    @Clause({"names.truncated.length", "names.truncated.length-full"})
    void hasALengthWhenItIsCut(Observation seen, Host client, Host server) {
        named(client, server).forEach((function, socket) -> {
            int whole = length(function, socket);
            int told = socket.stores(function, 3).succeeds().length();

            assertThat(told).isIn(3, whole);
            seen.is(told == 3 ? "given-length" : "full-length");
        });
    }

    @Clause("names.larger-buffer")
    void isWrittenAloneWhereThereIsMoreRoom(Host client, Host server) {
        named(client, server).forEach((function, socket) -> {
            int length = length(function, socket);

            var name = socket.stores(function, ROOM).succeeds();

            assertThat(name.length()).isEqualTo(length).isLessThan(ROOM);
            name.writesNothingFrom(length);
        });
    }

    @Clause("names.local.sin-zero-clean")
    void mayHaveZerosWhereTheFamilyHasNoUseForBytes(Observation seen, Host host) {
        var name = host.boundSocket().stores(LOCAL, ROOM).succeeds();

        seen.is(name.bytes().slice(8, 16).equals(Bytes.zeros(8)) ? "bytes-zero" : "other-bytes");
    }

    @Clause("names.failure-keeps-length")
    void mayBeTouchedByAFailure(Observation seen, Host host) {
        var name = host.socket().stores(PEER, ROOM);

        name.call().fails();

        seen.is(name.length() == ROOM ? "unchanged" : "other-length");
    }

    @OwnProcess
    @Clause("names.error.bad-arguments")
    void needsMemoryAndALength(Host host) {
        named(host, host).forEach((function, socket) -> {
            socket.stores(function, -1).call().isAccepted();
            socket.raw(function, NOWHERE, new Argument.Ints(List.of(ROOM))).isAccepted();
            socket.raw(function, SOME_MEMORY, NOWHERE).isAccepted();
        });
    }

    private static int length(String function, Socket socket) {
        var name = function.equals(LOCAL) ? socket.name() : socket.peerName();
        return name.addressLength();
    }

    /** Returns for each function a socket that has the name it tells. */
    private static SortedMap<String, Socket> named(Host client, Host server) {
        var connection = client.connectWith(server);
        return new TreeMap<>(Map.of(LOCAL, connection.server(), PEER, connection.client()));
    }
}
