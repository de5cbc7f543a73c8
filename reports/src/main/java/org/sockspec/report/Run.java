package org.sockspec.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockspec.report.text.Text;

/**
 * Holds everything that a report of one run needs.
 *
 * @param suite the suite that gave the verdicts
 * @param implementation what was validated
 * @param environment the machine
 * @param profile posix or linux
 * @param baseline the file of known deviations it was given, or null
 * @param whole whether the plan held everything that can run
 * @param started start of the run, ISO-8601
 * @param wallMs duration of the run, in ms
 * @param interrupted whether the run ended before its plan did
 * @param clauses the clauses of the plan
 * @param cases the finished cases
 */
public record Run(
        SuiteInfo suite,
        ImplementationInfo implementation,
        EnvironmentInfo environment,
        String profile,
        @Nullable String baseline,
        boolean whole,
        String started,
        double wallMs,
        boolean interrupted,
        List<ClauseInfo> clauses,
        List<CaseResult> cases) {

    /** Copies the lists. */
    public Run {
        clauses = List.copyOf(clauses);
        cases = List.copyOf(cases);
    }

    /** Counts the cases by verdict; every verdict has an entry. */
    public Map<Verdict, Integer> summary() {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, 0);
        }
        cases.forEach(result -> counts.merge(result.verdict(), 1, Integer::sum));
        return counts;
    }

    /** Returns the command line that repeats one case of this run, quoted for a POSIX shell. */
    public String repeatCommand(String caseId) {
        List<String> words = new ArrayList<>(List.of("./sockspec", "run", "--select", caseId));
        if (!implementation.command().isEmpty()) {
            words.addAll(List.of("--testee", Text.shell(implementation.command())));
        }
        words.addAll(List.of("--profile", profile));
        return Text.shell(words);
    }
}
