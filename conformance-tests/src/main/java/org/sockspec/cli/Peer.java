package org.sockspec.cli;

import java.util.List;

/** What the implementation talks to. */
enum Peer {
    /** Itself: it plays both hosts of a case. */
    SELF(),
    /** The reference: it plays the client of every case, then the server. */
    REFERENCE("client", "server");

    private final List<String> parts;

    Peer(String... parts) {
        this.parts = List.of(parts);
    }

    /** Returns the hosts that it plays one after the other; none where it plays all at once. */
    List<String> parts() {
        return parts;
    }
}
