package org.sockspec.api;

import java.util.Optional;

/** The lanes of a session, as a call sees them that acts on another lane. */
@FunctionalInterface
public interface Lanes {
    /** Returns the thread that is making a call in the lane, or nothing while the lane is idle. */
    Optional<Thread> threadOf(String lane);
}
