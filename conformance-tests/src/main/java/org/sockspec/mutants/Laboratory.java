package org.sockspec.mutants;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.sockspec.api.Capabilities;
import org.sockspec.api.SocketApi;
import org.sockspec.catalogue.CaseId;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.catalogue.Clause;
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
import org.sockspec.reference.KernelSockets;
import org.sockspec.runner.SpecIndex;
import org.sockspec.runner.SpecRunner;

/** Runs cases against mutants: in this virtual machine where the cases need no process of their own. */
public final class Laboratory implements AutoCloseable {
    private static final Set<Need> NEEDS_A_PROCESS =
            Set.of(Need.SECOND_PROCESS, Need.NETNS, Need.ROOT, Need.FD_LIMIT, Need.DESCRIPTOR_NUMBERS);

    /** Those of the runs in process. */
    public static final Budgets BUDGETS = budgets(false);

    private static final int JOBS = 64;
    private static final int PROCESSES_AT_ONCE = 2;

    private final SpecIndex index;
    private final Janitor janitor = Janitor.start();
    /** Shared by all runs, since a server takes a second to start. */
    private final ProxyFacility proxies = new ProxyFacility(Choice.parse("auto"), janitor);
    /** Shared by all runs, since there are not ports for a block each. */
    private final Leases leases = new Leases();

    private final Semaphore processes = new Semaphore(PROCESSES_AT_ONCE);

    public Laboratory(SpecIndex index) {
        this.index = index;
    }

    /** Runs all cases of the clause that a mutant belongs to. */
    public List<CaseReport> ownCases(Specimen specimen) {
        var clause = specimen.clause();
        if (runsInProcess(clause)) {
            return inProcess(specimen, clause.cases(), budgets(clause));
        }
        processes.acquireUninterruptibly();
        try {
            var testee = specimen instanceof Specimen.OfCalls ? testee(specimen) : Implementation.reference();
            var pool = new TesteePool(() -> testee.start(janitor::start, UnaryOperator.identity()));
            return run(clause.cases(), helpers(specimen), pool, testee, budgets(clause));
        } finally {
            processes.release();
        }
    }

    /** Runs cases of any clauses that run in process against a mutant. */
    List<CaseReport> otherCases(Specimen specimen, Collection<CaseId> cases) {
        return inProcess(specimen, cases, BUDGETS);
    }

    /** Returns what the reference says of itself where it has no process. */
    public static Capabilities capabilities() {
        return new InProcessTestee(new KernelSockets()).capabilities();
    }

    /** Runs the wanted ones of the cases that need no process against the unbroken reference. */
    public List<CaseReport> referenceCases(Predicate<CaseId> wanted) {
        return inProcess(
                new KernelSockets(),
                Helpers.PORTABLE,
                casesInProcess().stream().filter(wanted).toList(),
                BUDGETS);
    }

    /** Returns the cases that need no process. */
    List<CaseId> casesInProcess() {
        return cases(this::runsInProcess);
    }

    private List<CaseId> cases(Predicate<Clause> which) {
        return index.clauses().stream()
                .map(Catalogue.own()::get)
                .filter(which)
                .map(Clause::cases)
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Runs every case against a testee, and returns the clauses of which none failed.
     *
     * @param command the testee's command line
     */
    public SortedSet<String> passing(List<String> command) {
        var testee = new Implementation(command);
        var pool = new TesteePool(() -> testee.start(janitor::start, UnaryOperator.identity()));
        var passed = new TreeSet<String>();
        var failed = new HashSet<String>();
        for (var report : run(cases(clause -> true), Helpers.PORTABLE, pool, testee, budgets(true))) {
            (report.verdict().deviates() ? failed : passed)
                    .add(report.run().id().clause());
        }
        passed.removeAll(failed);
        return passed;
    }

    /** Tells whether the cases of a clause need no process. */
    boolean runsInProcess(Clause clause) {
        return clause.needs().stream().noneMatch(NEEDS_A_PROCESS::contains)
                && !index.find(clause.id()).orElseThrow().isAnnotationPresent(OwnProcess.class);
    }

    @Override
    public void close() {
        proxies.close();
        leases.close();
        janitor.close();
    }

    private List<CaseReport> inProcess(Specimen specimen, Collection<CaseId> cases, Budgets budgets) {
        var sockets = new KernelSockets();
        return inProcess(
                specimen instanceof Specimen.OfCalls calls ? MutantApi.of(sockets, calls.mutant()) : sockets,
                helpers(specimen),
                cases,
                budgets);
    }

    private List<CaseReport> inProcess(SocketApi api, Helpers helpers, Collection<CaseId> cases, Budgets budgets) {
        return run(cases, helpers, new TesteePool(() -> new InProcessTestee(api)), Implementation.reference(), budgets);
    }

    private List<CaseReport> run(
            Collection<CaseId> cases, Helpers helpers, TesteePool pool, Implementation elsewhere, Budgets budgets) {
        var reports = Collections.synchronizedList(new ArrayList<CaseReport>());
        Suite.Homes.Pools pools = (host, wrap) -> new TesteePool(() -> elsewhere.start(janitor::start, wrap));
        try (var network = new TwoNamespaces(pools, janitor::watch);
                var unprivileged = new Unprivileged(pools, janitor.temporaryFolder(""));
                var suite = new Suite(
                        Catalogue.own(),
                        Profile.LINUX,
                        Baseline.NONE,
                        budgets,
                        Cast.whole(pool),
                        new CaseFolders(janitor.temporaryFolder("")),
                        leases,
                        Map.of(Need.NETNS, network, Need.ROOT, unprivileged, Need.FAULT_PROXY, proxies),
                        helpers,
                        reports::add,
                        () -> {})) {
            new SpecRunner(index, JOBS).run(suite, cases).ifPresent(trouble -> {
                throw new IllegalStateException(trouble);
            });
        }
        return List.copyOf(reports);
    }

    private static Helpers helpers(Specimen specimen) {
        return specimen instanceof Specimen.OfHelper helper ? helper.helpers() : Helpers.PORTABLE;
    }

    private static Budgets budgets(Clause clause) {
        return budgets(clause.needs().contains(Need.LONG_WAIT) || clause.needs().contains(Need.NETNS));
    }

    /**
     * A mutant that blocks is waited for as long as an innocent call may take; here that need not be long. What must
     * not happen is watched for longer than in a run, so that a lane that starts late does not save a mutant.
     */
    private static Budgets budgets(boolean longWait) {
        return new Budgets(0, 1, Duration.ofSeconds(longWait ? 6 : 3), Duration.ofMillis(200));
    }

    private static Implementation testee(Specimen specimen) {
        return new Implementation(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                MutantTestee.class.getName(),
                specimen.id()));
    }
}
