package org.sockspec.report.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sockspec.report.ClauseInfo;
import org.sockspec.report.ClauseResult;
import org.sockspec.report.Run;
import org.sockspec.report.Standing;

/**
 * Implementations side by side.
 *
 * @param names of the implementations, in the order of their runs
 * @param clauses the row of every clause, each with a cell for every implementation
 */
public record Matrix(List<String> names, Map<String, List<Cell>> clauses) {

    /** Puts runs side by side. */
    public static Matrix of(List<Run> runs) {
        var ids = new TreeMap<String, List<Cell>>();
        var byRun = new ArrayList<Map<String, ClauseResult>>();
        for (var run : runs) {
            var clauses = new LinkedHashMap<String, ClauseResult>();
            ClauseResult.of(run).forEach(clause -> clauses.put(clause.clause().id(), clause));
            byRun.add(clauses);
            clauses.keySet().forEach(id -> ids.put(id, List.of()));
        }
        ids.replaceAll((id, unused) -> byRun.stream()
                .map(clauses ->
                        clauses.containsKey(id) ? Cell.of(clauses.get(id).cases()) : Cell.ABSENT)
                .toList());
        return new Matrix(runs.stream().map(run -> run.implementation().name()).toList(), ids);
    }

    /** Returns the clauses in which implementations differ, unsupported ones left aside. */
    public Map<String, List<Cell>> differences() {
        var differing = new LinkedHashMap<String, List<Cell>>();
        clauses.forEach((id, cells) -> {
            if (cells.stream().filter(Matrix::says).map(Cell::text).distinct().count() > 1) {
                differing.put(id, cells);
            }
        });
        return differing;
    }

    /** Returns the clauses in which every implementation deviates that says something, and in the same way. */
    public Map<String, List<Cell>> sharedDeviations() {
        var shared = new LinkedHashMap<String, List<Cell>>();
        clauses.forEach((id, cells) -> {
            var said = cells.stream().filter(Matrix::says).toList();
            if (!said.isEmpty()
                    && said.stream().noneMatch(cell -> cell.standing() == Standing.PASSED)
                    && said.stream().map(Cell::text).distinct().count() == 1) {
                shared.put(id, cells);
            }
        });
        return shared;
    }

    /** Returns for each area and implementation how many clauses passed of those that say something. */
    public Map<String, List<String>> areas() {
        var areas = new TreeMap<String, List<String>>();
        clauses.keySet().stream().map(ClauseInfo::areaOf).distinct().forEach(area -> areas.put(area, counts(area)));
        return areas;
    }

    private List<String> counts(String area) {
        var counts = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            var said = clauses.entrySet().stream()
                    .filter(row -> ClauseInfo.areaOf(row.getKey()).equals(area))
                    .map(row -> row.getValue().get(column))
                    .filter(Matrix::says)
                    .toList();
            long passed = said.stream()
                    .filter(cell -> cell.standing() == Standing.PASSED)
                    .count();
            counts.add(said.isEmpty() ? "-" : passed + "/" + said.size());
        }
        return counts;
    }

    private static boolean says(Cell cell) {
        return cell.standing() != Standing.UNSUPPORTED && cell.standing() != Standing.NOT_RUN;
    }
}
