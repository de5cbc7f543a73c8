package org.sockspec.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockspec.catalogue.Profile;
import org.sockspec.fault.toxiproxy.Choice;

/**
 * The choices of one run.
 *
 * @param testee the command line of the testee; empty for the reference
 * @param toxiproxy where the Toxiproxy server comes from
 * @param timeScale the factor on the time budgets, or null to measure it
 * @param out the run folder, or null for a new one
 */
record RunSettings(
        List<String> testee,
        Profile profile,
        SelectionOptions selection,
        int jobs,
        Shard shard,
        int repeat,
        @Nullable Path baseline,
        Set<FaultKind> faults,
        Choice toxiproxy,
        @Nullable Double timeScale,
        @Nullable Path out) {

    /** Tells whether everything that can run is wanted. */
    boolean isWhole() {
        return selection.isEmpty() && shard.isWhole() && faults.size() == FaultKind.values().length;
    }

    /** Tells whether the known deviations of the reference from POSIX apply. */
    boolean usesBaselineOfTheReference() {
        return baseline == null && testee.isEmpty() && profile == Profile.POSIX;
    }
}
