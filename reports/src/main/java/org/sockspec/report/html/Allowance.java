package org.sockspec.report.html;

import java.util.stream.Stream;
import org.sockspec.report.CaseResult;
import org.sockspec.report.text.Text;

/** Bounds the size of the page: what panels show is paid for, first come first served. */
final class Allowance {
    // A call stands in the picture and in the table.
    private static final int PER_CALL = 700;
    private static final int PER_EVIDENCE = 900;
    private static final int PER_CASE = 220;
    private static final int PER_CLAUSE = 900;

    private int leftForEvidence = 700_000;
    private int leftForPanels = 300_000;

    /** Pays for the panel of a clause and one line for each of its cases. */
    boolean paysPanel(int cases) {
        leftForPanels -= PER_CLAUSE + cases * PER_CASE;
        return leftForPanels > 0;
    }

    /** Pays for the evidence of a case unless the page is full. */
    boolean paysEvidence(CaseResult result, int calls) {
        int texts = Stream.of(result.observed(), result.detail(), result.stderr())
                .mapToInt(text -> text == null ? 0 : size(Text.clip(text, Text.LIMIT)))
                .sum();
        leftForEvidence -= PER_EVIDENCE + texts + Math.min(calls, 60) * PER_CALL;
        return leftForEvidence > 0;
    }

    private static int size(String text) {
        return text.chars()
                .map(c -> "<>&\"'`=".indexOf(c) >= 0 ? 6 : c < 0x80 ? 1 : 3)
                .sum();
    }
}
