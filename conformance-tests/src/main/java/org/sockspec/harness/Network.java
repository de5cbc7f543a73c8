package org.sockspec.harness;

import org.sockspec.api.Address;
import org.sockspec.engine.CaseRun;

/** The addresses of a case. */
public final class Network {
    private final CaseRun run;

    Network(CaseRun run) {
        this.run = run;
    }

    /** Returns an address that is free: nobody listens on it, and nobody but this case ever will. */
    public Address freeAddress() {
        return run.freshAddress("server");
    }
}
