package org.sockspec.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.catalogue.Clause;
import org.sockspec.catalogue.Profile;
import org.sockspec.engine.Baseline;
import org.sockspec.report.CaseResult;
import org.sockspec.report.ClauseResult;
import org.sockspec.report.Reason;
import org.sockspec.report.Run;
import org.sockspec.report.Standing;
import org.sockspec.report.Tally;
import org.sockspec.report.text.Text;

/** Writes for people what came out of a run: clauses first, cases second. */
final class RunSummary {
    private static final int MOST_CLAUSES = 40;
    private static final int MOST_REASONS = 8;
    private static final int WIDTH = 400;

    private final Run run;
    private final PrintWriter out;

    private RunSummary(Run run, PrintWriter out) {
        this.run = run;
        this.out = out;
    }

    static void write(
            Run run,
            Plan plan,
            Map<String, String> unsteady,
            List<Baseline.Entry> neverSeen,
            ExitStatus status,
            Path folder,
            PrintWriter out) {
        var summary = new RunSummary(run, out);
        summary.deviations();
        summary.unsteady(unsteady);
        summary.baseline(neverSeen, folder);
        summary.known();
        summary.reasons();
        summary.head();
        summary.leftOut(plan);
        out.println();
        out.println("Report  " + folder.resolve("index.html"));
        out.println("Result  " + status.code() + ": " + status.text());
    }

    private void head() {
        var implementation = run.implementation();
        out.println(Text.line(implementation.name() + " " + implementation.version(), 120) + " (profile "
                + run.profile() + ", " + Words.seconds(run.wallMs()) + ")");
        var tally = Tally.of(run);
        out.println("  " + Words.count(sum(tally.clauses()), "clause") + ": " + Tally.phrase(tally.clauses()));
        out.println("  " + Words.count(sum(tally.cases()), "case") + ": " + Tally.phrase(tally.cases()));
    }

    private static int sum(Map<Standing, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void leftOut(Plan plan) {
        if (!plan.leftOut().isEmpty()) {
            out.println("  not in this run: "
                    + plan.leftOut().entrySet().stream()
                            .map(entry -> Words.count(entry.getValue(), "clause") + " "
                                    + entry.getKey().text())
                            .collect(Collectors.joining(", ")));
        }
    }

    private void deviations() {
        var broken = clauses(Standing.DEVIATION);
        section("Deviations", broken.size());
        broken.stream().limit(MOST_CLAUSES).forEach(this::deviation);
        more(broken.size() - MOST_CLAUSES, "clause");
    }

    private void deviation(ClauseResult of) {
        out.println("  " + of.clause().id() + "  (" + of.level() + ")");
        out.println("    " + Text.line(of.clause().statement(), WIDTH));
        out.println("    accepted: " + String.join(" or ", of.clause().accepts()));
        var byDetail = new LinkedHashMap<String, List<CaseResult>>();
        byDetail.putAll(of.cases(Standing.DEVIATION).stream()
                .collect(Collectors.groupingBy(RunSummary::what, LinkedHashMap::new, Collectors.toList())));
        byDetail.forEach((detail, cases) -> {
            out.println("    " + variants(cases) + ": " + detail);
            if (isKnownOfLinux(cases.get(0))) {
                out.println("      Linux does the same; --profile linux accepts it");
            }
            out.println("      " + run.repeatCommand(cases.get(0).id()));
        });
        out.println();
    }

    private boolean isKnownOfLinux(CaseResult result) {
        return run.profile().equals(Profile.POSIX.symbol())
                && Catalogue.own()
                        .find(result.clause())
                        .filter(Clause::deviation)
                        .map(Clause::linuxAccepts)
                        .filter(accepted -> accepted.contains(String.valueOf(result.observed())))
                        .isPresent();
    }

    private void unsteady(Map<String, String> unsteady) {
        section("Verdicts that changed between repetitions", unsteady.size());
        unsteady.forEach((id, verdicts) -> out.println("  " + id + ": " + verdicts));
        gap(unsteady.size());
    }

    private void baseline(List<Baseline.Entry> neverSeen, Path folder) {
        var outOfDate = run.cases().stream().filter(ExitStatus::isOutOfDate).toList();
        int size = outOfDate.size() + neverSeen.size();
        section("Baseline out of date", size);
        outOfDate.forEach(result -> out.println("  " + result.id() + ": " + advice(result)));
        neverSeen.forEach(entry ->
                out.println("  " + entry.cases() + ": nothing that it covers ran or is supported; remove the entry"));
        if (size > 0) {
            out.println("  To bring it up to date: ./sockspec baseline update " + folder
                    + (run.baseline() == null ? " --baseline FILE" : ""));
        }
        gap(size);
    }

    private static String advice(CaseResult result) {
        return switch (String.valueOf(result.baseline())) {
            case "fixed" -> "passes now; remove its entry";
            case "expired" -> "its entry has expired; look whether the reason still holds";
            default -> "deviates in another way now, " + result.observed() + "; look at it, then change its entry";
        };
    }

    private void known() {
        var known = clauses(Standing.KNOWN_DEVIATION);
        section("Known deviations of " + Text.line(run.implementation().name(), 80), known.size());
        for (var of : known) {
            var cases = of.cases(Standing.KNOWN_DEVIATION);
            var first = cases.get(0);
            out.println("  " + of.clause().id() + "  " + variants(cases) + ": "
                    + Objects.requireNonNullElse(
                            first.observed(), first.verdict().symbol()) + " instead of "
                    + String.join(" or ", of.clause().accepts()));
            out.println("    " + Text.line(String.valueOf(first.baselineReason()), WIDTH));
        }
        gap(known.size());
    }

    private void reasons() {
        var reasons = Reason.of(run);
        section("Without a verdict", reasons.size());
        reasons.stream()
                .limit(MOST_REASONS)
                .forEach(reason -> out.println("  " + Words.count(reason.cases().size(), "case") + " "
                        + reason.verdict().symbol() + ": " + Text.line(reason.text(), WIDTH)));
        more(reasons.size() - MOST_REASONS, "reason");
        gap(reasons.size());
    }

    private List<ClauseResult> clauses(Standing standing) {
        return ClauseResult.of(run).stream()
                .filter(of -> !of.cases(standing).isEmpty())
                .toList();
    }

    private static String variants(List<CaseResult> cases) {
        return cases.stream().map(CaseResult::variant).collect(Collectors.joining(", "));
    }

    private static String what(CaseResult result) {
        return result.verdict().symbol() + ", "
                + Text.line(result.detail() == null ? String.valueOf(result.observed()) : result.detail(), WIDTH);
    }

    private void section(String title, int size) {
        if (size > 0) {
            out.println(title);
        }
    }

    private void gap(int size) {
        if (size > 0) {
            out.println();
        }
    }

    private void more(int number, String noun) {
        if (number > 0) {
            out.println("  and " + Words.count(number, noun) + " more, see the report");
            out.println();
        }
    }
}
