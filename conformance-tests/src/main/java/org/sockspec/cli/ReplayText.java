package org.sockspec.cli;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sockspec.replay.Replayed;

/** Which answers of the cases somebody looks at. */
final class ReplayText {
    private static final int MOST = 25;

    private final List<Replayed> cases;

    ReplayText(List<Replayed> cases) {
        this.cases = List.copyOf(cases);
    }

    /**
     * One row as it is written.
     *
     * @param unlike why the case could not be judged from its recording, or null
     */
    private record Row(String id, String unlike, int noticed, int departed, int excused, List<String> unnoticed) {
        static Row of(Replayed one) {
            return new Row(
                    one.id().toString(),
                    one.unlike().orElse(null),
                    one.noticed(),
                    one.departed(),
                    one.excused(),
                    one.unnoticed().stream().map(Replayed.Unnoticed::toString).toList());
        }
    }

    /** Says in Markdown how many wrong answers were noticed, and which were not. */
    String summary() {
        var played = cases.stream().filter(one -> one.unlike().isEmpty()).toList();
        int decided = played.stream().mapToInt(Replayed::decided).sum();
        int noticed = played.stream().mapToInt(Replayed::noticed).sum();
        var text = new StringBuilder()
                .append(
                        "\n| cases replayed | not replayed | changed answers | noticed | share | course changed | given up |\n")
                .append("| --: | --: | --: | --: | --: | --: | --: |\n")
                .append("| %d | %d | %d | %d | %.1f %% | %d | %d |%n"
                        .formatted(
                                played.size(),
                                cases.size() - played.size(),
                                decided,
                                noticed,
                                decided == 0 ? 100.0 : 100.0 * noticed / decided,
                                played.stream().mapToInt(Replayed::departed).sum(),
                                played.stream().mapToInt(Replayed::excused).sum()));
        text.append("\n| changes that most cases let pass | cases |\n| --- | --: |\n");
        unnoticed(played).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .forEach(entry -> text.append("| %s | %d |%n".formatted(entry.getKey(), entry.getValue())));
        return text.toString();
    }

    /** Counts by the name of the call and what was changed, each case once. */
    private static Map<String, Long> unnoticed(List<Replayed> played) {
        return played.stream()
                .flatMap(one ->
                        one.unnoticed().stream().map(Replayed.Unnoticed::kind).distinct())
                .collect(Collectors.groupingBy(kind -> kind, Collectors.counting()));
    }

    /** Writes it for programs and for people. */
    void write(Path folder) {
        ProofFiles.write(
                folder, "replay", summary(), cases.stream().map(Row::of).toList());
    }
}
