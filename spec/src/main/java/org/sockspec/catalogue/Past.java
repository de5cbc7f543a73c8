package org.sockspec.catalogue;

import java.util.Map;
import java.util.Set;

/**
 * What has happened before a call.
 *
 * @param seen calls that were made, with what they came to: an errno, {@code success} or 0
 * @param missing calls that have not succeeded
 */
public record Past(Map<String, String> seen, Set<String> missing) {
    /** Holds whatever happened. */
    public static final Past ANY = new Past(Map.of(), Set.of());
}
