package org.sockspec.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.runner.SpecIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "List the clauses and how far the suite has come with each: executable, planned or untested.",
        footer = {
            "",
            "Examples:",
            "  ./sockspec list                      one line per area",
            "  ./sockspec list --select 'accept.*'  one line per clause",
            "  ./sockspec list --json | jq -r '.[] | select(.state == \"planned\") | .id'"
        })
final class ListCommand implements Callable<Integer> {
    private final Streams streams;

    @Option(names = "--json", description = "Write one array with an object for each clause.")
    private boolean json;

    @Mixin
    private SelectionOptions selection = new SelectionOptions();

    ListCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var catalogue = Catalogue.own();
        var index = SpecIndex.of(catalogue);
        var selected = Selection.of(selection, catalogue);
        var entries = catalogue.clauses().stream()
                .filter(clause -> !selected.cases(clause).isEmpty())
                .map(clause -> ListEntry.of(clause, selected.cases(clause), ClauseState.of(clause, index)))
                .toList();
        if (json) {
            printJson(entries);
        } else if (selection.isEmpty()) {
            printAreas(catalogue, entries);
        } else {
            entries.forEach(entry -> streams.out()
                    .printf("%-64s %-11s %-10s %s%n", entry.id(), entry.level(), entry.state(), summary(entry)));
        }
        streams.out().flush();
        return entries.isEmpty() ? Exit.NOTHING_RAN : Exit.CONFORMS;
    }

    private void printJson(List<ListEntry> entries) {
        var mapper = JsonMapper.builder()
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .build();
        var lines = entries.stream().map(mapper::writeValueAsString).toList();
        streams.out().println("[" + String.join(",\n ", lines) + "]");
    }

    private void printAreas(Catalogue catalogue, List<ListEntry> entries) {
        streams.out()
                .printf("%-20s %7s %10s %7s %8s  %s%n", "area", "clauses", "executable", "planned", "untested", "");
        for (var area : catalogue.areas()) {
            var of = entries.stream().filter(entry -> entry.area().equals(area)).toList();
            printCounts(area, of, catalogue.title(area));
        }
        printCounts("all", entries, "");
    }

    private void printCounts(String name, List<ListEntry> of, String title) {
        streams.out()
                .printf(
                        "%-20s %7d %10d %7d %8d  %s%n",
                        name,
                        of.size(),
                        count(of, ClauseState.EXECUTABLE),
                        count(of, ClauseState.PLANNED),
                        count(of, ClauseState.UNTESTED),
                        title);
    }

    private static long count(List<ListEntry> entries, ClauseState state) {
        return entries.stream()
                .filter(entry -> entry.state().equals(Words.symbol(state)))
                .count();
    }

    private static String summary(ListEntry entry) {
        return Words.count(entry.cases().size(), "case")
                + (entry.needs().isEmpty() ? "" : ", needs " + String.join(", ", entry.needs()));
    }
}
