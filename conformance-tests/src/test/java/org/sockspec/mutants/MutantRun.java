package org.sockspec.mutants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.catalogue.Clause;
import org.sockspec.catalogue.Mutant;
import org.sockspec.catalogue.Need;
import org.sockspec.catalogue.Profile;
import org.sockspec.engine.Baseline;
import org.sockspec.engine.Budgets;
import org.sockspec.engine.CaseFolders;
import org.sockspec.engine.CaseReport;
import org.sockspec.engine.Facility;
import org.sockspec.engine.Helpers;
import org.sockspec.engine.Implementation;
import org.sockspec.engine.Suite;
import org.sockspec.engine.TesteePool;
import org.sockspec.fault.network.TwoNamespaces;
import org.sockspec.protocol.InProcessTestee;
import org.sockspec.protocol.Testee;
import org.sockspec.reference.KernelSockets;
import org.sockspec.runner.SpecIndex;
import org.sockspec.runner.SpecRunner;

/** Runs the cases of one clause against an implementation with one behaviour broken. */
final class MutantRun {
    private static final Set<Need> NEEDS_A_PROCESS = Set.of(Need.SECOND_PROCESS, Need.NETNS, Need.FD_LIMIT);

    private MutantRun() {}

    static List<CaseReport> of(SpecIndex index, Clause clause, Mutant mutant) throws IOException {
        return of(index, clause, Helpers.PORTABLE, testees(clause, mutant), testee(clause, mutant));
    }

    static List<CaseReport> of(SpecIndex index, Clause clause, Helpers helpers) throws IOException {
        var reference = Implementation.reference();
        var pool = new TesteePool(
                () -> runsInProcess(clause) ? new InProcessTestee(new KernelSockets()) : start(reference));
        return of(index, clause, helpers, pool, reference);
    }

    private static List<CaseReport> of(
            SpecIndex index, Clause clause, Helpers helpers, TesteePool pool, Implementation elsewhere)
            throws IOException {
        var reports = Collections.synchronizedList(new ArrayList<CaseReport>());
        UnaryOperator<Process> watch = UnaryOperator.identity();
        var network = new TwoNamespaces(wrap -> new TesteePool(() -> elsewhere.start(watch, wrap)), watch);
        var folder = Files.createTempDirectory("ss");
        try (network;
                var suite = new Suite(
                        Catalogue.own(),
                        Profile.LINUX,
                        Baseline.NONE,
                        budgets(clause),
                        pool,
                        new CaseFolders(folder),
                        facilities(network),
                        helpers,
                        reports::add)) {
            new SpecRunner(index, 8).run(suite, clause.cases()).ifPresent(trouble -> {
                throw new IllegalStateException(trouble);
            });
        }
        Files.delete(folder);
        return List.copyOf(reports);
    }

    /** A mutant that blocks is waited for as long as an innocent call may take; here that need not be long. */
    private static Budgets budgets(Clause clause) {
        boolean longWait =
                clause.needs().contains(Need.LONG_WAIT) || clause.needs().contains(Need.NETNS);
        return new Budgets(0, 1, Duration.ofSeconds(longWait ? 6 : 3), Duration.ofMillis(20));
    }

    private static Map<Need, Facility> facilities(TwoNamespaces network) {
        var facilities = new EnumMap<Need, Facility>(Need.class);
        facilities.put(Need.NETNS, network);
        return facilities;
    }

    private static TesteePool testees(Clause clause, Mutant mutant) {
        return new TesteePool(() -> runsInProcess(clause)
                ? new InProcessTestee(MutantApi.of(new KernelSockets(), mutant))
                : start(testee(clause, mutant)));
    }

    static boolean runsInProcess(Clause clause) {
        return clause.needs().stream().noneMatch(NEEDS_A_PROCESS::contains);
    }

    private static Testee start(Implementation implementation) {
        return implementation.start(UnaryOperator.identity(), UnaryOperator.identity());
    }

    private static Implementation testee(Clause clause, Mutant mutant) {
        return new Implementation(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                MutantTestee.class.getName(),
                clause.id() + "/" + mutant.id()));
    }
}
