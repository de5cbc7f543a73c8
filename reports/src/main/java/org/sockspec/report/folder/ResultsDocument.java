package org.sockspec.report.folder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sockspec.report.CaseResult;
import org.sockspec.report.ClauseInfo;
import org.sockspec.report.EnvironmentInfo;
import org.sockspec.report.ImplementationInfo;
import org.sockspec.report.Run;
import org.sockspec.report.SuiteInfo;

/** Lays out {@code results.json}; see {@code results.schema.json}. */
record ResultsDocument(
        SuiteInfo suite,
        ImplementationInfo implementation,
        EnvironmentInfo environment,
        String profile,
        @Nullable String baseline,
        boolean whole,
        String started,
        double wallMs,
        boolean interrupted,
        Map<String, Integer> summary,
        List<ClauseInfo> clauses,
        List<CaseResult> cases) {

    // A foreign file may lack any of them; the message then names the first.
    ResultsDocument {
        Objects.requireNonNull(suite, "suite is missing");
        Objects.requireNonNull(implementation, "implementation is missing");
        Objects.requireNonNull(environment, "environment is missing");
        Objects.requireNonNull(profile, "profile is missing");
        Objects.requireNonNull(started, "started is missing");
        Objects.requireNonNull(clauses, "clauses is missing");
        Objects.requireNonNull(cases, "cases is missing");
    }

    static ResultsDocument of(Run run) {
        Map<String, Integer> summary = new LinkedHashMap<>();
        run.summary().forEach((verdict, count) -> summary.put(verdict.symbol(), count));
        return new ResultsDocument(
                run.suite(),
                run.implementation(),
                run.environment(),
                run.profile(),
                run.baseline(),
                run.whole(),
                run.started(),
                run.wallMs(),
                run.interrupted(),
                summary,
                run.clauses(),
                run.cases());
    }

    Run run() {
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
