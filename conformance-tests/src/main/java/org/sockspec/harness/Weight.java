package org.sockspec.harness;

import org.sockspec.catalogue.Clause;

/** How long the cases of a clause are expected to wait, so that the longest waits start first. */
public final class Weight {
    private Weight() {}

    /** Returns a number that grows with the expected wait. */
    public static int of(Clause clause) {
        int weight = 0;
        for (var need : clause.needs()) {
            weight += switch (need) {
                case LONG_WAIT -> 100;
                case NETNS -> 50;
                case SECOND_PROCESS -> 20;
                case FAULT_PROXY -> 10;
                case SIGNALS, FD_LIMIT -> 5;
                default -> 0;
            };
        }
        return weight;
    }
}
