package org.sockspec.report.badge;

import io.jstach.jstache.JStache;
import java.io.IOException;
import java.io.Writer;
import org.sockspec.report.Run;
import org.sockspec.report.Standing;
import org.sockspec.report.Tally;

/** Renders the clauses of a run in one line of SVG, such as {@code sockspec | 372 passed, 2 deviations}. */
@JStache(path = "org/sockspec/report/badge/badge.mustache")
public record Badge(String message, String title, String colour, int messageWidth) {
    private static final int NAME_WIDTH = 66;
    private static final double CHARACTER_WIDTH = 6.1;

    /** Writes the badge of a run. */
    public static void write(Run run, Writer out) throws IOException {
        BadgeRenderer.of().execute(of(Tally.of(run)), out);
    }

    private static Badge of(Tally tally) {
        int passed = tally.clauses().getOrDefault(Standing.PASSED, 0);
        int fresh = tally.clauses().getOrDefault(Standing.DEVIATION, 0);
        int known = tally.clauses().getOrDefault(Standing.KNOWN_DEVIATION, 0);
        int deviations = fresh + known;
        String message = passed + " passed"
                + (deviations == 0 ? "" : ", " + deviations + " " + Standing.DEVIATION.label(deviations));
        String colour = fresh > 0 ? "#b4413a" : known > 0 ? "#96690f" : passed > 0 ? "#2f7d4f" : "#6b7078";
        int width = (int) Math.ceil(message.length() * CHARACTER_WIDTH) + 16;
        return new Badge(message, "clauses: " + Tally.phrase(tally.clauses()), colour, width);
    }

    int width() {
        return NAME_WIDTH + messageWidth;
    }

    int nameWidth() {
        return NAME_WIDTH;
    }

    int textLength() {
        return messageWidth - 16;
    }

    int middle() {
        return NAME_WIDTH + messageWidth / 2;
    }
}
