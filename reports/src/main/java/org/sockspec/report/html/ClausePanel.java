package org.sockspec.report.html;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A clause that the implementation deviates from, with the cases that show it. */
record ClausePanel(
        String id,
        String level,
        String tone,
        String count,
        String statement,
        String source,
        List<Accepted> accepted,
        List<CasePanel> cases) {

    /** An accepted outcome; an errno explains itself. */
    record Accepted(String outcome, @Nullable String explanation) {}

    /** A text of the testee; the link leads to all of it where it was cut. */
    record Clip(String text, @Nullable String rawHref) {}

    /**
     * A case that deviates.
     *
     * @param baseline how the baseline sees the case, unless the section says so already
     * @param evidence null for a case beyond the size the page may have
     */
    record CasePanel(
            String id,
            String variant,
            String tone,
            String verdict,
            String summary,
            boolean open,
            @Nullable String baseline,
            @Nullable String baselineReason,
            String reasonLabel,
            String transcriptHref,
            String repeat,
            @Nullable Evidence evidence) {}

    /** What happened in a case. */
    record Evidence(
            @Nullable Clip observed,
            @Nullable Clip detail,
            @Nullable Clip stderr,
            String duration,
            @Nullable CallLog calls) {}
}
