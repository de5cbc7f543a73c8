package org.sockspec.mutants;

import java.util.List;
import java.util.Set;
import org.sockspec.engine.CaseReport;
import org.sockspec.report.Verdict;

/** What became of a mutant. */
public enum Fate {
    /** A case of its own clause failed or hung. */
    KILLED,
    /** No case of its own clause noticed. */
    SURVIVED,
    /** A case of its own clause could not run, so nothing is known. */
    NOT_RUN;

    private static final Set<Verdict> NOTICED = Set.of(Verdict.FAILED, Verdict.HUNG);
    private static final Set<Verdict> COULD_NOT_RUN = Set.of(Verdict.NOT_RUN, Verdict.CRASHED);

    /** Judges by what the cases of its own clause came to. */
    public static Fate of(List<CaseReport> own) {
        if (own.isEmpty() || own.stream().anyMatch(report -> COULD_NOT_RUN.contains(report.verdict()))) {
            return NOT_RUN;
        }
        return own.stream().anyMatch(Fate::hasNoticed) ? KILLED : SURVIVED;
    }

    static boolean hasNoticed(CaseReport report) {
        return NOTICED.contains(report.verdict());
    }
}
