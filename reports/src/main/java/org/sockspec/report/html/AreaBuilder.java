package org.sockspec.report.html;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sockspec.report.CaseResult;
import org.sockspec.report.ClauseResult;
import org.sockspec.report.Standing;
import org.sockspec.report.text.Text;

/** Lists every clause of an area with its cases, short enough for thousands of them. */
final class AreaBuilder {
    private static final int MAX_OBSERVED = 60;

    private AreaBuilder() {}

    static Page.AreaBlock block(String area, List<ClauseResult> clauses) {
        Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
        clauses.forEach(clause -> counts.merge(clause.standing(), 1, Integer::sum));
        return new Page.AreaBlock(
                Text.line(area, 100),
                Tones.counts(counts),
                clauses.stream().map(AreaBuilder::row).toList());
    }

    private static Page.ClauseRow row(ClauseResult result) {
        return new Page.ClauseRow(
                Text.line(result.clause().id(), 200),
                result.level(),
                Tones.of(result.standing()),
                Text.line(result.clause().statement(), 400),
                result.cases().stream().map(AreaBuilder::row).toList());
    }

    private static Page.CaseRow row(CaseResult result) {
        String verdict = result.standing() == Standing.KNOWN_DEVIATION
                ? "known deviation, " + result.verdict().symbol()
                : result.verdict().symbol();
        return new Page.CaseRow(
                Text.line(result.variant(), 80),
                Tones.of(result.standing()),
                verdict,
                result.observed() == null ? null : Text.line(result.observed(), MAX_OBSERVED));
    }
}
