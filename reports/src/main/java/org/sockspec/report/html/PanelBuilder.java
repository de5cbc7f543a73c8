package org.sockspec.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockspec.report.CaseResult;
import org.sockspec.report.ClauseInfo;
import org.sockspec.report.ClauseResult;
import org.sockspec.report.Run;
import org.sockspec.report.RunFiles;
import org.sockspec.report.Standing;
import org.sockspec.report.Transcript;
import org.sockspec.report.TranscriptCall;
import org.sockspec.report.text.Text;

/** Builds the panels of clauses that the implementation deviates from. */
final class PanelBuilder {
    private static final int MAX_SUMMARY = 90;

    private final Run run;
    private final Function<String, Transcript> transcripts;
    private final Allowance allowance = new Allowance();

    PanelBuilder(Run run, Function<String, Transcript> transcripts) {
        this.run = run;
        this.transcripts = transcripts;
    }

    /** Returns panels, urgent clauses first, until the page is full. */
    Page.Section section(String title, List<ClauseResult> clauses, Standing standing) {
        List<ClausePanel> shown = new ArrayList<>();
        for (ClauseResult clause : clauses) {
            if (!allowance.paysPanel(clause.cases(standing).size())) {
                break;
            }
            shown.add(panel(clause, standing));
        }
        int more = clauses.size() - shown.size();
        String rest = "and " + more + " more clauses, which are marked below and in results.json";
        return new Page.Section(Tones.of(standing), title, shown, more > 0 ? rest : null);
    }

    private ClausePanel panel(ClauseResult result, Standing standing) {
        ClauseInfo clause = result.clause();
        List<ClausePanel.CasePanel> cases = new ArrayList<>();
        for (CaseResult of : result.cases(standing)) {
            cases.add(casePanel(of, standing == Standing.DEVIATION && cases.isEmpty()));
        }
        return new ClausePanel(
                clause.id(),
                result.level(),
                Tones.of(standing),
                cases.size() + " of " + result.cases().size() + (result.cases().size() == 1 ? " case" : " cases"),
                clause.statement(),
                clause.source(),
                clause.accepts().stream()
                        .map(outcome -> new ClausePanel.Accepted(
                                outcome, clause.outcomes().get(outcome)))
                        .toList(),
                cases);
    }

    private ClausePanel.CasePanel casePanel(CaseResult result, boolean open) {
        List<TranscriptCall> calls = transcripts.apply(result.id()).calls();
        boolean known = result.standing() == Standing.KNOWN_DEVIATION;
        boolean shown = allowance.paysEvidence(result, calls.size());
        return new ClausePanel.CasePanel(
                Text.line(result.id(), 200),
                Text.line(result.variant(), 100),
                Tones.of(result.standing()),
                result.verdict().symbol(),
                summary(result),
                open && shown,
                known ? null : result.baseline(),
                result.baselineReason() == null ? null : Text.line(result.baselineReason(), 300),
                known ? "Known deviation" : "The baseline says",
                RunFiles.transcripts(ClauseInfo.areaOf(result.id())),
                Text.line(run.repeatCommand(result.id()), 1000),
                shown ? evidence(result, calls) : null);
    }

    private static ClausePanel.Evidence evidence(CaseResult result, List<TranscriptCall> calls) {
        return new ClausePanel.Evidence(
                clip(result, result.observed()),
                clip(result, result.detail()),
                clip(result, result.stderr()),
                String.format(Locale.ROOT, "%.1f ms", result.durationMs()),
                CallLogBuilder.of(calls));
    }

    private static ClausePanel.@Nullable Clip clip(CaseResult result, @Nullable String text) {
        if (text == null) {
            return null;
        }
        String href = text.length() > Text.LIMIT ? RunFiles.raw(result.id()) : null;
        return new ClausePanel.Clip(Text.clip(text, Text.LIMIT), href);
    }

    private static String summary(CaseResult result) {
        String text = Stream.of(result.observed(), result.detail())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        return Text.line(text, MAX_SUMMARY);
    }
}
