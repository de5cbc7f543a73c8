package org.sockspec.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.sockspec.api.Call;
import org.sockspec.api.Domain;
import org.sockspec.api.Protocol;
import org.sockspec.api.Returned;
import org.sockspec.api.SocketType;
import org.sockspec.catalogue.CaseId;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.catalogue.Clause;
import org.sockspec.catalogue.Profile;
import org.sockspec.engine.HostSession;
import org.sockspec.engine.Implementation;
import org.sockspec.engine.Suite;
import org.sockspec.harness.SuiteBuilder;
import org.sockspec.report.Verdict;
import org.sockspec.runner.SpecIndex;
import org.sockspec.runner.SpecRunner;

/**
 * Runs about 5,000 cases that wait for little as one plan, and as many bare calls as they made over the protocol alone:
 * the ratio is what cases, JUnit, assertions and transcripts cost. Arguments: number of cases, jobs.
 */
final class PlanBenchmark {
    private static final Set<String> AREAS = Set.of("names", "connect", "bind", "socket", "dgram", "listen", "send");

    /** A case that takes longer, nothing else being in its way, waits for something or has a process to itself. */
    private static final double QUICK_MS = 50;

    private static final int FEW_JOBS = 4;

    private final Set<CaseId> quick = ConcurrentHashMap.newKeySet();
    private final AtomicInteger cases = new AtomicInteger();
    private final AtomicInteger notPassed = new AtomicInteger();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong firstVerdict = new AtomicLong();
    private final int jobs;

    private PlanBenchmark(int jobs) {
        this.jobs = jobs;
    }

    public static void main(String[] arguments) throws InterruptedException {
        int wanted = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000;
        int jobs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 64;
        new PlanBenchmark(jobs).run(wanted);
    }

    private void run(int wanted) throws InterruptedException {
        long start = System.nanoTime();
        var index = SpecIndex.of(Catalogue.own());
        var plan = plan(index);
        double planMs;
        double coldMs;
        try (var suite = suite()) {
            coldMs = time(() -> new SpecRunner(index, jobs).run(suite, plan));
            quick.clear();
            new SpecRunner(index, FEW_JOBS).run(suite, plan);
            var quickPlan = List.copyOf(quick);
            int before = cases.get();
            notPassed.set(0);
            calls.set(0);
            planMs = time(() ->
                    new SpecRunner(index, jobs).runCopies(suite, quickPlan, Math.max(1, wanted / quickPlan.size())));
            System.out.printf(
                    "first verdict %.0f ms after main; %d cases cold %.0f ms; %d of them are quick%n",
                    (firstVerdict.get() - start) / 1e6, plan.size(), coldMs, quickPlan.size());
            System.out.printf(
                    "%d cases, %d not passed, %d calls: %.0f ms, %.0f cases/s%n",
                    cases.get() - before, notPassed.get(), calls.get(), planMs, (cases.get() - before) / planMs * 1000);
        }
        double bareMs = bareCalls();
        System.out.printf("as many bare calls: %.0f ms; ratio %.2f%n", bareMs, planMs / bareMs);
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.out.printf("harness CPU in all: %.2f s%n", system.getProcessCpuTime() / 1e9);
    }

    private Suite suite() {
        return new SuiteBuilder()
                .profile(Profile.LINUX)
                .recorder(report -> {
                    firstVerdict.compareAndSet(0, System.nanoTime());
                    cases.incrementAndGet();
                    calls.addAndGet(report.run().exchanges().size());
                    if (report.verdict() != Verdict.PASSED) {
                        notPassed.incrementAndGet();
                    } else if (report.durationMs() < QUICK_MS
                            && report.run().hosts().stream().noneMatch(HostSession::alone)) {
                        quick.add(report.run().id());
                    }
                })
                .build();
    }

    private static List<CaseId> plan(SpecIndex index) {
        return index.clauses().stream()
                .map(Catalogue.own()::get)
                .filter(clause -> clause.needs().isEmpty() && AREAS.contains(clause.area()))
                .map(Clause::cases)
                .flatMap(List::stream)
                .toList();
    }

    private double bareCalls() throws InterruptedException {
        try (var testee = Implementation.reference().start(ProcessBuilder::start, UnaryOperator.identity())) {
            var threads = Executors.newFixedThreadPool(jobs);
            var left = new AtomicLong(calls.get());
            long start = System.nanoTime();
            for (int i = 0; i < jobs; i++) {
                threads.execute(() -> {
                    var session = testee.openSession();
                    var socket = new Call.Socket(Domain.AF_INET, SocketType.SOCK_STREAM, Set.of(), Protocol.DEFAULT);
                    int fd = (int) ((Returned) session.call("1", socket).join()).value();
                    while (left.decrementAndGet() > 0) {
                        session.call("1", new Call.Getsockname(fd)).join();
                    }
                    session.end().join();
                });
            }
            threads.shutdown();
            threads.awaitTermination(1, TimeUnit.MINUTES);
            return (System.nanoTime() - start) / 1e6;
        }
    }

    private static double time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }
}
