package org.sockspec.harness;

import org.sockspec.engine.Baseline;
import org.sockspec.engine.Implementation;
import org.sockspec.engine.Suite;

/**
 * The suite that an ordinary JUnit launcher runs, under the default profile: the implementation that the class path
 * offers, or else the reference, with its baseline.
 */
final class DefaultSuite {
    private DefaultSuite() {}

    static Suite create() {
        var builder = new SuiteBuilder();
        return Implementation.onTheClassPath()
                .map(own -> builder.implementation(own).baseline(Baseline::onTheClassPath))
                .orElseGet(() -> builder.baseline(Baseline::ofTheReference))
                .build();
    }
}
