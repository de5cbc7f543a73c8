package org.sockspec.cli;

/** The exit codes; scripts rely on them. */
final class Exit {
    static final int CONFORMS = 0;
    static final int FAILED = 1;
    static final int INCOMPLETE = 2;
    static final int BASELINE_OUT_OF_DATE = 3;
    static final int NOTHING_RAN = 4;
    static final int USAGE = 64;
    static final int NO_TESTEE = 69;
    static final int HARNESS_FAULT = 70;
    static final int INTERRUPTED = 130;

    static final String HELP = """

            Exit codes:
              0    every selected must case passed or matches the baseline
              1    unexpected failures
              2    nothing failed, but some selected cases were inconclusive or not-run
              3    the baseline is out of date
              4    nothing was selected or nothing ran
              64   wrong usage
              69   the testee could not be started or does not speak the protocol
              70   harness fault, or a report could not be written
              130  interrupted; partial results are written
            """;

    private Exit() {}
}
