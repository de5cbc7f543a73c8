package org.sockspec.catalogue;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Domain;
import org.sockspec.api.SocketType;

/**
 * Does something to the calls that match all its conditions. A condition that is null (or empty) always holds.
 *
 * @param on names of calls, as in the protocol
 * @param where parameters the call must have: names to text, numbers, booleans, lists or maps; a subset of the call's
 * @param domain domain of the descriptor's socket
 * @param type type of the descriptor's socket
 * @param nonblocking whether the descriptor is in non-blocking mode
 * @param state what became of the descriptor's socket so far
 * @param ofSocket what the descriptor must have been through
 * @param ofSession what the session must have been through
 * @param nth which of the session's calls that match all else, from 1
 * @param result what the real call must have come to; the call is made first
 * @param effect what is done
 */
public record Rule(
        Set<String> on,
        Map<String, Object> where,
        @Nullable Domain domain,
        @Nullable SocketType type,
        @Nullable Boolean nonblocking,
        @Nullable State state,
        Past ofSocket,
        Past ofSession,
        @Nullable Integer nth,
        @Nullable Result result,
        Effect effect) {

    /** What became of a socket. */
    public enum State {
        LISTENING,
        CONNECTED,
        /** Neither listening nor connected. */
        FRESH
    }

    /** Tells whether it has conditions on the descriptor's socket. */
    public boolean isAboutSocket() {
        return domain != null || type != null || nonblocking != null || state != null || !ofSocket.equals(Past.ANY);
    }

    /** Tells whether the real call is made before the effect. */
    public boolean callsFirst() {
        return result != null || effect.needsCall();
    }
}
