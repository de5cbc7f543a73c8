package org.sockspec.catalogue;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says where a clause comes from.
 *
 * @param posix section of XSH (system interfaces) or XBD (base definitions), or null
 * @param rfc RFC and section, or null
 * @param linux manual page or kernel document, or null
 * @param seed whether the notes that the catalogue grew from state it
 */
public record Source(
        @Nullable String posix,
        @Nullable String rfc,
        @Nullable String linux,
        boolean seed) {

    /** Returns the references that are there: posix, rfc, linux. */
    public Stream<String> references() {
        return Stream.of(posix, rfc, linux).filter(Objects::nonNull).map(Objects::requireNonNull);
    }
}
