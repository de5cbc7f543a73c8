package org.sockspec.engine;

import java.util.Optional;

/** Something a case may need that not every machine has. */
public interface Facility {
    /** Makes it ready if that has not happened, and returns why it cannot be had, or nothing. */
    Optional<String> missing();
}
