package org.sockspec.harness;

import org.sockspec.engine.Baseline;
import org.sockspec.engine.Suite;

/** The suite that an ordinary JUnit launcher runs: the reference, under the default profile, with its baseline. */
final class DefaultSuite {
    private DefaultSuite() {}

    static Suite create() {
        return new SuiteBuilder().baseline(Baseline::ofTheReference).build();
    }
}
