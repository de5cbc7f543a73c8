package org.sockspec.mutants;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
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
import org.sockspec.engine.Cast;
import org.sockspec.engine.Helpers;
import org.sockspec.engine.Implementation;
import org.sockspec.engine.Leases;
import org.sockspec.engine.Suite;
import org.sockspec.engine.TesteePool;
import org.sockspec.fault.network.TwoNamespaces;
import org.sockspec.fault.privilege.Unprivileged;
import org.sockspec.fault.toxiproxy.Choice;
import org.sockspec.fault.toxiproxy.ProxyFacility;
import org.sockspec.harness.OwnProcess;
import org.sockspec.janitor.Janitor;
import org.sockspec.protocol.InProcessTestee;
import org.sockspec.protocol.Testee;
import org.sockspec.reference.KernelSockets;
import org.sockspec.runner.SpecIndex;
import org.sockspec.runner.SpecRunner;

/**
 * Runs the cases of one clause against an implementation with one behaviour broken.
 *
 * @param proxies shared by all runs, since a server takes a second to start
 * @param leases shared by all runs, since there are not ports for a block each
 */
record MutantRun(SpecIndex index, Janitor janitor, ProxyFacility proxies, Leases leases) {
    private static final Set<Need> NEEDS_A_PROCESS =
            Set.of(Need.SECOND_PROCESS, Need.NETNS, Need.ROOT, Need.FD_LIMIT, Need.DESCRIPTOR_NUMBERS);

    static MutantRun prepare(SpecIndex index) {
        var janitor = Janitor.start();
        return new MutantRun(index, janitor, new ProxyFacility(Choice.parse("auto"), janitor), new Leases());
    }

    List<CaseReport> of(Clause clause, Mutant mutant) {
        return of(clause, Helpers.PORTABLE, testees(clause, mutant), testee(clause, mutant));
    }

    List<CaseReport> of(Clause clause, Helpers helpers) {
        var reference = Implementation.reference();
        var pool = new TesteePool(
                () -> runsInProcess(clause) ? new InProcessTestee(new KernelSockets()) : start(reference));
        return of(clause, helpers, pool, reference);
    }

    void close() {
        proxies.close();
        leases.close();
        janitor.close();
    }

    private List<CaseReport> of(Clause clause, Helpers helpers, TesteePool pool, Implementation elsewhere) {
        var reports = Collections.synchronizedList(new ArrayList<CaseReport>());
        Suite.Homes.Pools pools = (host, wrap) -> new TesteePool(() -> elsewhere.start(janitor::start, wrap));
        try (var network = new TwoNamespaces(pools, janitor::watch);
                var unprivileged = new Unprivileged(pools, janitor.temporaryFolder(""));
                var suite = new Suite(
                        Catalogue.own(),
                        Profile.LINUX,
                        Baseline.NONE,
                        budgets(clause),
                        Cast.whole(pool),
                        new CaseFolders(janitor.temporaryFolder("")),
                        leases,
                        Map.of(Need.NETNS, network, Need.ROOT, unprivileged, Need.FAULT_PROXY, proxies),
                        helpers,
                        reports::add,
                        () -> {})) {
            new SpecRunner(index, 8).run(suite, clause.cases()).ifPresent(trouble -> {
                throw new IllegalStateException(trouble);
            });
        }
        return List.copyOf(reports);
    }

    /**
     * A mutant that blocks is waited for as long as an innocent call may take; here that need not be long. What must
     * not happen is watched for longer than in a run, so that a lane that starts late does not save a mutant.
     */
    private static Budgets budgets(Clause clause) {
        boolean longWait =
                clause.needs().contains(Need.LONG_WAIT) || clause.needs().contains(Need.NETNS);
        return new Budgets(0, 1, Duration.ofSeconds(longWait ? 6 : 3), Duration.ofMillis(200));
    }

    private TesteePool testees(Clause clause, Mutant mutant) {
        return new TesteePool(() -> runsInProcess(clause)
                ? new InProcessTestee(MutantApi.of(new KernelSockets(), mutant))
                : start(testee(clause, mutant)));
    }

    boolean runsInProcess(Clause clause) {
        return clause.needs().stream().noneMatch(NEEDS_A_PROCESS::contains)
                && !index.find(clause.id()).orElseThrow().isAnnotationPresent(OwnProcess.class);
    }

    private Testee start(Implementation implementation) {
        return implementation.start(janitor::start, UnaryOperator.identity());
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
