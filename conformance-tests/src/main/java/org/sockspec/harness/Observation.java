package org.sockspec.harness;

import org.assertj.core.api.Assertions;
import org.sockspec.engine.CaseRun;

/** Notes which of several accepted outcomes a case saw, where no single answer of a call tells. */
public final class Observation {
    private final CaseRun run;

    Observation(CaseRun run) {
        this.run = run;
    }

    /** States an outcome by its name in the catalogue and demands that it is an accepted one. */
    public void is(String outcome) {
        run.observe(outcome);
        Assertions.assertThat(outcome).as("observed outcome").isIn(run.accepted());
    }
}
