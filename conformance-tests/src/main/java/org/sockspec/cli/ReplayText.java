package org.sockspec.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockspec.replay.Replayed;
import org.sockspec.replay.Tally;
import org.sockspec.replay.Unasserted;

/** Which answers of the cases somebody looks at. */
final class ReplayText implements ProofText {
    private static final int MOST = 25;
    private static final List<Integer> SHARES = List.of(100, 90, 75, 50, 0);

    private final List<Replayed> cases;
    private final List<Replayed> played;

    ReplayText(List<Replayed> cases) {
        this.cases = List.copyOf(cases);
        this.played = cases.stream().filter(one -> one.unlike().isEmpty()).toList();
    }

    /**
     * One row as it is written.
     *
     * @param unlike why the case could not be judged from its recording, or null
     */
    record Row(String id, @Nullable String unlike, int noticed, int departed, int excused, List<String> unnoticed) {
        static Row of(Replayed one) {
            return new Row(
                    one.id().toString(),
                    one.unlike().orElse(null),
                    one.noticed().size(),
                    one.departed(),
                    one.excused(),
                    one.unnoticed().stream().map(Replayed.Change::toString).toList());
        }
    }

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String summary() {
        int decided = played.stream().mapToInt(Replayed::decided).sum();
        int noticed = played.stream().mapToInt(one -> one.noticed().size()).sum();
        var text = new StringBuilder()
                .append("| cases replayed | not replayed | changed answers | noticed | course changed | given up |\n")
                .append("| --: | --: | --: | --: | --: | --: |\n")
                .append("| %d | %d | %d | %d, %.1f %% | %d | %d |%n"
                        .formatted(
                                played.size(),
                                cases.size() - played.size(),
                                decided,
                                noticed,
                                percent(noticed, decided),
                                played.stream().mapToInt(Replayed::departed).sum(),
                                played.stream().mapToInt(Replayed::excused).sum()));
        appendShares(text);
        appendUnasserted(text);
        return text.append('\n').toString();
    }

    private void appendShares(StringBuilder text) {
        text.append("\n| share of its changes that a case notices | cases |\n| --: | --: |\n");
        for (int i = 0; i < SHARES.size(); i++) {
            int from = SHARES.get(i);
            double to = i == 0 ? 101 : SHARES.get(i - 1);
            long count = played.stream()
                    .filter(one -> percent(one.noticed().size(), one.decided()) >= from
                            && percent(one.noticed().size(), one.decided()) < to)
                    .count();
            text.append("| %s | %d |%n".formatted(i == 0 ? "100 %" : from + " % or more", count));
        }
    }

    /** Lists what no case at all notices, then what most of them let pass. */
    private void appendUnasserted(StringBuilder text) {
        var tally = Tally.of(played);
        var reasons = Unasserted.own();
        text.append("\n| changes that no case notices | cases that let them pass | why |\n| --- | --: | --- |\n");
        tally.neverNoticed()
                .forEach((kind, count) -> text.append("| %s | %d | %s |%n"
                        .formatted(
                                kind,
                                count,
                                reasons.of(kind).map(Unasserted.Entry::toString).orElse("no reason is known"))));
        text.append("\n| changes that most cases let pass | cases | cases that notice |\n| --- | --: | --: |\n");
        tally.unnoticed().entrySet().stream()
                .filter(entry -> tally.noticed().containsKey(entry.getKey()))
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .forEach(entry -> text.append("| %s | %d | %d |%n"
                        .formatted(
                                entry.getKey(),
                                entry.getValue(),
                                tally.noticed().get(entry.getKey()))));
    }

    private static double percent(int part, int all) {
        return all == 0 ? 100 : 100.0 * part / all;
    }

    @Override
    public List<Row> rows() {
        return cases.stream().map(Row::of).toList();
    }
}
