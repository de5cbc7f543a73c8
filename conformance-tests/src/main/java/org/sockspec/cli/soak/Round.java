package org.sockspec.cli.soak;

/**
 * The conditions of one run of the suite.
 *
 * @param number from 1
 * @param jobs how many cases run at once
 * @param seed decides the order of the cases, and when testees are stalled
 */
public record Round(int number, int jobs, Stress stress, long seed) {
    @Override
    public String toString() {
        return "round " + number + ": " + jobs + " jobs, " + stress.text() + ", order " + seed;
    }
}
