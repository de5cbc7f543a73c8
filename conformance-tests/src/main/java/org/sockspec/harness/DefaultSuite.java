package org.sockspec.harness;

import org.sockspec.engine.Baseline;
import org.sockspec.engine.Implementation;
import org.sockspec.engine.Suite;

/**
 * The suite that an ordinary JUnit launcher runs, under the default profile: the implementation that the class path
 * offers, or else the reference, with its baseline.
 */
final class DefaultSuite {
    /** Calls an implementation from the class path in this virtual machine, for debugging. */
    private static final String IN_PROCESS = "sockspec.in-process";

    private DefaultSuite() {}

    static Suite create() {
        var builder = new SuiteBuilder();
        if (Boolean.getBoolean(IN_PROCESS)) {
            Implementation.offeredHere().ifPresent(builder::inThisProcess);
        }
        return Implementation.onTheClassPath()
                .map(own -> builder.implementation(own).baseline(Baseline::onTheClassPath))
                .orElseGet(() -> builder.baseline(Baseline::ofTheReference))
                .build();
    }
}
