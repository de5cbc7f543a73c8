package org.sockspec.report.matrix;

import java.util.List;
import java.util.stream.Collectors;
import org.sockspec.report.CaseResult;
import org.sockspec.report.Standing;
import org.sockspec.report.text.Text;

/**
 * What one implementation did with one clause.
 *
 * @param standing the most urgent one among its cases
 * @param text in few words: {@code ok}, what was observed instead, or why there is nothing
 */
public record Cell(Standing standing, String text) {
    private static final int WIDTH = 40;

    /** Stands where a run has no case of the clause. */
    static final Cell ABSENT = new Cell(Standing.NOT_RUN, "-");

    static Cell of(List<CaseResult> cases) {
        if (cases.isEmpty()) {
            return ABSENT;
        }
        var standing = cases.stream()
                .map(CaseResult::standing)
                .min(Standing::compareTo)
                .orElseThrow();
        return new Cell(
                standing,
                switch (standing) {
                    case PASSED -> "ok";
                    case UNSUPPORTED -> "unsupported";
                    case NOT_RUN -> "not-run";
                    case INCONCLUSIVE -> "inconclusive";
                    case DEVIATION, KNOWN_DEVIATION -> deviation(cases);
                });
    }

    private static String deviation(List<CaseResult> cases) {
        var deviating =
                cases.stream().filter(result -> result.verdict().deviates()).toList();
        var what = deviating.stream()
                .map(result -> result.observed() == null ? result.verdict().symbol() : result.observed())
                .distinct()
                .sorted()
                .collect(Collectors.joining("/"));
        return Text.line(what, WIDTH)
                + (deviating.size() == cases.size() ? "" : " (" + deviating.size() + " of " + cases.size() + ")");
    }
}
