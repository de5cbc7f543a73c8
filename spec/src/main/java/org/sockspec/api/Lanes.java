package org.sockspec.api;

import java.util.Optional;
import java.util.function.Function;

/** The lanes of a session, as a call sees them that acts on another lane. */
@FunctionalInterface
public interface Lanes {
    /**
     * Does something to the thread that is making a call in a lane, and keeps the lane from going on with other work
     * meanwhile; gives nothing, and does nothing, while the lane is idle.
     */
    Optional<Outcome> whileBusy(String lane, Function<Thread, Outcome> action);
}
