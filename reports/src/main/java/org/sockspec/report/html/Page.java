package org.sockspec.report.html;

import io.jstach.jstache.JStache;
import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStachePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page shows, top to bottom; every text in it is visible text, cut to size. */
@JStache(path = "page")
@JStacheConfig(pathing = @JStachePath(prefix = "org/sockspec/report/html/", suffix = ".mustache"))
record Page(
        String title,
        boolean interrupted,
        List<Fact> facts,
        List<Fact> tools,
        Counts clauses,
        Counts cases,
        List<Section> sections,
        List<ReasonRow> reasons,
        @Nullable String moreReasons,
        List<BaselineRow> baseline,
        List<AreaBlock> areas) {

    boolean baselineShown() {
        return !baseline.isEmpty();
    }

    boolean reasonsShown() {
        return !reasons.isEmpty();
    }

    /** A label and its value. */
    record Fact(String label, String value) {}

    /** Counts by standing, with the bar that shows them in proportion. */
    record Counts(int total, List<Count> counts) {}

    /** One count; the tone is the CSS class of its colour. */
    record Count(String tone, int number, String label) {}

    /** The deviations or the known deviations. */
    record Section(
            String id,
            String title,
            List<ClausePanel> panels,
            @Nullable String more) {}

    /** A group of cases without a verdict on the implementation. */
    record ReasonRow(
            String verdict,
            String tone,
            int count,
            String clip,
            List<String> clauses,
            @Nullable String more) {}

    /** A case that the baseline no longer describes. */
    record BaselineRow(String id, String status, String verdict, String reason) {}

    /** The clauses of an area. */
    record AreaBlock(String name, List<Count> counts, List<ClauseRow> clauses) {}

    /** A clause in its area. */
    record ClauseRow(String id, String level, String tone, String statement, List<CaseRow> cases) {}

    /** A case under its clause. */
    record CaseRow(
            String variant,
            String tone,
            String verdict,
            @Nullable String observed) {}
}
