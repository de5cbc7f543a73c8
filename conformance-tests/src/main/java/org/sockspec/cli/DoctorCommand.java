package org.sockspec.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.catalogue.Clause;
import org.sockspec.runner.SpecIndex;
import picocli.CommandLine.Command;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Look for the tools and privileges that clauses depend on, and say how to get what is missing.",
        footer = {
            "",
            "Example:",
            "  ./sockspec doctor",
            "",
            "Ends with 0 unless something is missing that every run needs."
        })
final class DoctorCommand implements Callable<Integer> {
    private final Streams streams;

    DoctorCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var catalogue = Catalogue.own();
        var index = SpecIndex.of(catalogue);
        var executable = catalogue.clauses().stream()
                .filter(clause -> ClauseState.of(clause, index) == ClauseState.EXECUTABLE)
                .toList();
        boolean complete = true;
        for (var requirement : Requirement.all(new Machine(System.getenv()))) {
            report(requirement, executable);
            complete &= !requirement.required() || requirement.found().isPresent();
        }
        return complete ? Exit.CONFORMS : Exit.HARNESS_FAULT;
    }

    private void report(Requirement requirement, List<Clause> executable) {
        var found = requirement.found();
        streams.out()
                .printf(
                        "%-8s %-20s %s%n",
                        found.isPresent() ? "ok" : requirement.required() ? "MISSING" : "missing",
                        requirement.name(),
                        found.orElse(requirement.remedy()));
        var needed = requirement.neededBy();
        streams.out().printf("%-8s %-20s %s%n", "", "", requirement.purpose() + count(needed, executable));
    }

    private static String count(List<FaultKind> kinds, List<Clause> executable) {
        if (kinds.isEmpty()) {
            return "";
        }
        Predicate<Clause> needs = clause -> kinds.stream().anyMatch(kind -> kind.isNeededBy(clause));
        return ": " + Words.count(executable.stream().filter(needs).count(), "executable clause");
    }
}
