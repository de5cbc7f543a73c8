package org.sockspec.report.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.sockspec.report.CaseResult;
import org.sockspec.report.ClauseResult;
import org.sockspec.report.EnvironmentInfo;
import org.sockspec.report.ImplementationInfo;
import org.sockspec.report.Reason;
import org.sockspec.report.Run;
import org.sockspec.report.Standing;
import org.sockspec.report.Tally;
import org.sockspec.report.Transcript;
import org.sockspec.report.text.Text;

/** Turns a run into what the page shows. */
final class PageBuilder {
    private static final int MAX_NAME = 200;
    private static final int MAX_REASONS = 40;
    private static final int MAX_CLAUSES = 60;
    private static final Set<String> OUT_OF_DATE = Set.of("fixed", "stale", "expired");

    private final Run run;
    private final List<ClauseResult> clauses;
    private final PanelBuilder panels;

    PageBuilder(Run run, Function<String, Transcript> transcripts) {
        this.run = run;
        this.clauses = ClauseResult.of(run);
        this.panels = new PanelBuilder(run, transcripts);
    }

    Page page() {
        Tally tally = Tally.of(run);
        List<Reason> reasons = Reason.of(run);
        int more = reasons.size() - MAX_REASONS;
        return new Page(
                name(run.implementation().name() + " " + run.implementation().version()),
                run.interrupted(),
                facts(),
                tools(),
                new Page.Counts(clauses.size(), Tones.counts(tally.clauses())),
                new Page.Counts(run.cases().size(), Tones.counts(tally.cases())),
                sections(),
                reasons.stream().limit(MAX_REASONS).map(PageBuilder::reason).toList(),
                more > 0 ? more + " more reasons are in results.json" : null,
                baseline(),
                areas());
    }

    private List<Page.Fact> facts() {
        ImplementationInfo implementation = run.implementation();
        EnvironmentInfo environment = run.environment();
        List<Page.Fact> facts = new ArrayList<>();
        facts.add(fact("Implementation", implementation.name() + " " + implementation.version()));
        facts.add(fact("Platform", implementation.platform()));
        if (!implementation.command().isEmpty()) {
            facts.add(fact("Testee", Text.shell(implementation.command())));
        }
        facts.add(fact("Profile", run.profile()));
        facts.add(fact(
                "Suite",
                "sockspec " + run.suite().version() + ", catalogue "
                        + run.suite().catalogue() + ", protocol " + run.suite().protocol()));
        facts.add(fact("Started", run.started()));
        facts.add(fact("Took", String.format(Locale.ROOT, "%.1f s", run.wallMs() / 1000)));
        facts.add(fact(
                "Machine", environment.os() + ", Java " + environment.java() + ", " + environment.cores() + " cores"));
        facts.add(fact(
                "Noise",
                String.format(
                        Locale.ROOT, "%.2f ms; time budgets × %.2f", environment.noiseMs(), environment.timeScale())));
        return facts;
    }

    private List<Page.Fact> tools() {
        return run.environment().tools().entrySet().stream()
                .map(tool -> fact(tool.getKey(), tool.getValue()))
                .toList();
    }

    private List<Page.Section> sections() {
        List<Page.Section> sections = new ArrayList<>();
        for (Standing standing : List.of(Standing.DEVIATION, Standing.KNOWN_DEVIATION)) {
            List<ClauseResult> of = clauses.stream()
                    .filter(clause -> !clause.cases(standing).isEmpty())
                    .toList();
            if (!of.isEmpty()) {
                String title = standing == Standing.DEVIATION ? "Deviations" : "Known deviations";
                sections.add(panels.section(title, of, standing));
            }
        }
        return sections;
    }

    private static Page.ReasonRow reason(Reason reason) {
        List<String> ids =
                reason.cases().stream().map(CaseResult::clause).distinct().toList();
        int more = ids.size() - MAX_CLAUSES;
        return new Page.ReasonRow(
                reason.verdict().symbol(),
                Tones.of(reason.cases().get(0).standing()),
                reason.cases().size(),
                Text.clip(reason.text(), 600),
                ids.stream().limit(MAX_CLAUSES).map(PageBuilder::name).toList(),
                more > 0 ? "and " + more + " more" : null);
    }

    private List<Page.BaselineRow> baseline() {
        return run.cases().stream()
                .filter(result -> OUT_OF_DATE.contains(Objects.requireNonNullElse(result.baseline(), "")))
                .limit(MAX_REASONS)
                .map(result -> new Page.BaselineRow(
                        name(result.id()),
                        name(Objects.requireNonNullElse(result.baseline(), "")),
                        result.verdict().symbol(),
                        name(Objects.requireNonNullElse(result.baselineReason(), ""))))
                .toList();
    }

    private List<Page.AreaBlock> areas() {
        Map<String, List<ClauseResult>> areas = new LinkedHashMap<>();
        clauses.forEach(clause ->
                areas.computeIfAbsent(clause.area(), area -> new ArrayList<>()).add(clause));
        List<Page.AreaBlock> blocks = new ArrayList<>();
        areas.forEach((area, of) -> blocks.add(AreaBuilder.block(area, of)));
        return blocks;
    }

    private static Page.Fact fact(String label, String value) {
        return new Page.Fact(name(label), name(value));
    }

    private static String name(String text) {
        return Text.line(text, MAX_NAME);
    }
}
