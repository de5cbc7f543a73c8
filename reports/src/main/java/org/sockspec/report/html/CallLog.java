package org.sockspec.report.html;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls of a case: as lanes in time, and as a table. */
record CallLog(
        @Nullable String omitted, int columns, List<Lane> lanes, List<Tick> ticks, List<Bar> bars, List<Row> rows) {

    /** A row of the picture. */
    record Lane(int row, String host, String lane) {}

    /** A moment; columns follow the order of events and are not to scale. */
    record Tick(int column, String label) {}

    /** A call in its lane, from the column of its start to the column of its end. */
    record Bar(int row, int from, int to, String tone, int number, String call, String outcome, String title) {}

    /** A call in the table. */
    record Row(int number, String time, String tone, String host, String lane, String call, String outcome) {}
}
