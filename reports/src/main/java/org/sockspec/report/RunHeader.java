package org.sockspec.report;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Carries what is known about a run before its first case ends.
 *
 * @param suite the suite that gives the verdicts
 * @param implementation what is validated
 * @param environment the machine
 * @param profile posix or linux
 * @param baseline the file of known deviations it was given, or null
 * @param whole whether the plan holds everything that can run
 * @param started start of the run, ISO-8601
 * @param clauses the clauses of the plan
 */
public record RunHeader(
        SuiteInfo suite,
        ImplementationInfo implementation,
        EnvironmentInfo environment,
        String profile,
        @Nullable String baseline,
        boolean whole,
        String started,
        List<ClauseInfo> clauses) {

    /** Copies the clauses, and refuses a header that a journal holds only in part. */
    public RunHeader {
        Objects.requireNonNull(suite, "suite is missing");
        Objects.requireNonNull(implementation, "implementation is missing");
        Objects.requireNonNull(environment, "environment is missing");
        Objects.requireNonNull(profile, "profile is missing");
        Objects.requireNonNull(started, "started is missing");
        clauses = List.copyOf(clauses);
    }

    /** Completes the header to a run. */
    public Run run(double wallMs, boolean interrupted, List<CaseResult> cases) {
        return new Run(
                suite,
                implementation,
                environment,
                profile,
                baseline,
                whole,
                started,
                wallMs,
                interrupted,
                clauses,
                cases);
    }
}
