package org.sockspec.specs.names;

import static org.sockspec.harness.SocketState.BOUND;
import static org.sockspec.harness.SocketState.FRESH;
import static org.sockspec.harness.SocketState.LISTENING;
import static org.sockspec.harness.SocketState.RESET_BY_PEER;
import static org.sockspec.harness.SocketState.SHUT_DOWN;

import org.sockspec.api.SocketType;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.SocketState;
import org.sockspec.harness.Table;

class StatesSpec {
    static final Table<SocketState> LOCAL =
            Table.of(SocketState.class).row("names.local.fresh", FRESH).row("names.local.shut-down", SHUT_DOWN);

    static final Table<SocketState> PEER = Table.of(SocketState.class)
            .row("names.peer.after-reset", RESET_BY_PEER)
            .row("names.peer.shut-down", SHUT_DOWN);

    @Clause(rows = "LOCAL")
    void localName(SocketState state, Host client, Host server) {
        state.reach(client, server).name().isAccepted();
    }

    @Clause("names.peer.fresh")
    void noPeerName(SocketType type, Host client, Host server) {
        FRESH.reach(client, server).peerName().isAccepted();
        BOUND.reach(client, server).peerName().isAccepted();
        if (type.isConnectionMode()) {
            LISTENING.reach(client, server).peerName().isAccepted();
        }
    }

    @Clause(rows = "PEER")
    void peerName(SocketState state, Host client, Host server) {
        state.reach(client, server).peerName().isAccepted();
    }
}
