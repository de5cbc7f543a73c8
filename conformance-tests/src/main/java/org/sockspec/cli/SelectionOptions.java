package org.sockspec.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sockspec.catalogue.Level;
import picocli.CommandLine.Option;

/** The options that choose clauses and cases. */
final class SelectionOptions {
    @Option(
            names = "--select",
            paramLabel = "GLOB",
            description = "Take only clauses or cases whose id matches, such as 'connect.*', '*@unix.*' or"
                    + " connect.refused.no-listener@inet.stream. May be repeated.")
    private List<String> select = List.of();

    @Option(
            names = "--exclude",
            paramLabel = "GLOB",
            description = "Leave out clauses or cases whose id matches. May be repeated.")
    private List<String> exclude = List.of();

    @Option(
            names = "--level",
            split = ",",
            paramLabel = "LEVEL",
            description = "Take only clauses of these levels: must, should, may, unspecified.")
    private Set<Level> levels = EnumSet.allOf(Level.class);

    List<String> select() {
        return select;
    }

    List<String> exclude() {
        return exclude;
    }

    Set<Level> levels() {
        return levels;
    }

    boolean isEmpty() {
        return select.isEmpty() && exclude.isEmpty() && levels.size() == Level.values().length;
    }
}
