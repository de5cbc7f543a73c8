package org.sockspec.report.junit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sockspec.report.CaseResult;
import org.sockspec.report.ClauseInfo;
import org.sockspec.report.Run;
import org.sockspec.report.Standing;
import org.sockspec.report.Verdict;
import org.sockspec.report.text.Text;

/** Says how a case appears in JUnit XML; a passed case has no element. */
record JUnitOutcome(@Nullable String element, String message, String body) {

    static JUnitOutcome of(Run run, ClauseInfo clause, CaseResult result) {
        if (result.standing() == Standing.PASSED) {
            return new JUnitOutcome(null, "", "");
        }
        if (result.standing() == Standing.KNOWN_DEVIATION) {
            String reason = Objects.requireNonNullElse(result.baselineReason(), happened(result));
            return new JUnitOutcome("skipped", "known deviation: " + reason, "");
        }
        if (result.standing() == Standing.DEVIATION) {
            String element = result.verdict() == Verdict.FAILED ? "failure" : "error";
            return new JUnitOutcome(element, happened(result), body(run, clause, result));
        }
        String reason = result.detail() == null ? "" : ": " + result.detail();
        return new JUnitOutcome("skipped", result.verdict().symbol() + reason, "");
    }

    private static String happened(CaseResult result) {
        if (result.observed() != null) {
            return "observed " + result.observed();
        }
        return Objects.requireNonNullElse(result.detail(), result.verdict().symbol());
    }

    private static String body(Run run, ClauseInfo clause, CaseResult result) {
        return "\nrequirement (" + result.level() + "): " + clause.statement()
                + "\nsource:      " + clause.source()
                + "\naccepted:    " + String.join(", ", clause.accepts())
                + "\nobserved:    " + clip(result.observed())
                + "\ndetail:      " + clip(result.detail())
                + "\nrepeat:      " + run.repeatCommand(result.id()) + "\n";
    }

    private static String clip(@Nullable String text) {
        return text == null ? "-" : Text.clip(text, Text.LIMIT);
    }
}
