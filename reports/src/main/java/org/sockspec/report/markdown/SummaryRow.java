package org.sockspec.report.markdown;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sockspec.report.CaseResult;
import org.sockspec.report.ClauseResult;
import org.sockspec.report.Standing;
import org.sockspec.report.text.Text;

/** Renders one clause as a row of a Markdown table. */
final class SummaryRow {
    private static final int MAX_CASES = 12;

    private SummaryRow() {}

    static String of(ClauseResult result, Standing standing, int limit) {
        String observed = result.cases(standing).stream()
                .map(SummaryRow::happened)
                .distinct()
                .limit(3)
                .collect(Collectors.joining("; "));
        return "| " + Markdown.code(result.clause().id())
                + " | " + result.level()
                + " | " + Markdown.text(result.clause().statement(), limit)
                + " | " + Markdown.text(String.join(", ", result.clause().accepts()), limit)
                + " | " + Markdown.text(observed, limit)
                + " | " + cases(result, standing) + " |";
    }

    private static String happened(CaseResult result) {
        String happened = Stream.of(result.observed(), result.detail())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(result.verdict().symbol());
        return Text.line(happened, Text.LIMIT);
    }

    private static String cases(ClauseResult result, Standing standing) {
        int count = result.cases(standing).size();
        String listed = result.cases(standing).stream()
                .limit(MAX_CASES)
                .map(of -> Markdown.text(of.variant(), 60) + " " + of.verdict().symbol())
                .collect(Collectors.joining("<br>"));
        return count > MAX_CASES ? listed + "<br>and " + (count - MAX_CASES) + " more" : listed;
    }
}
