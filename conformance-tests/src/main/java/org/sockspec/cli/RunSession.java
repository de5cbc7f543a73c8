package org.sockspec.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.sockspec.catalogue.Need;
import org.sockspec.engine.Baseline;
import org.sockspec.engine.CaseReport;
import org.sockspec.engine.Implementation;
import org.sockspec.engine.Suite;
import org.sockspec.fault.toxiproxy.ProxyFacility;
import org.sockspec.harness.SuiteBuilder;
import org.sockspec.protocol.TesteeException;
import org.sockspec.report.ReportException;
import org.sockspec.report.Run;
import org.sockspec.report.RunHeader;
import org.sockspec.report.Verdict;
import org.sockspec.report.folder.RunFolder;
import org.sockspec.report.text.Text;
import org.sockspec.runner.SpecIndex;
import org.sockspec.runner.SpecRunner;

/** Carries out one run: prepares it, runs the plan, writes the reports, and sums up. */
final class RunSession {
    /** A testee that died may have got the Ctrl-C that this process is just about to see. */
    private static final long SIGNAL_MS = 100;

    private final RunSettings settings;
    private final Streams streams;
    private final Interruption interruption;
    private final RunningProcesses processes = new RunningProcesses();
    private final AtomicReference<ReportException> unwritten = new AtomicReference<>();
    private final AtomicReference<Results> results = new AtomicReference<>();
    private final AtomicReference<Runnable> windUp = new AtomicReference<>(() -> {});
    private final AtomicBoolean leaking = new AtomicBoolean();
    private final long start = System.nanoTime();
    private final Instant started = Instant.now();

    RunSession(RunSettings settings, Streams streams, Interruption interruption) {
        this.settings = settings;
        this.streams = streams;
        this.interruption = interruption;
    }

    /** Returns the exit code. */
    int run() {
        interruption.react(this::stop);
        try (processes;
                var suite = suite(settings.peer().parts().stream().findFirst())) {
            return run(suite);
        } catch (TesteeException e) {
            if (interruption.hasArrived()) {
                streams.err().println("sockspec: interrupted before the first case");
                return Exit.INTERRUPTED;
            }
            throw e;
        }
    }

    /** Makes the suite in which the implementation plays this host, or all. */
    private Suite suite(Optional<String> part) {
        var builder = new SuiteBuilder()
                .profile(settings.profile())
                .recorder(this::record)
                .toxiproxy(settings.toxiproxy())
                .watch(processes::add)
                .leakReporter(this::warnOfLeak);
        part.ifPresent(builder::against);
        if (!settings.testee().isEmpty()) {
            builder.implementation(new Implementation(settings.testee()));
        }
        if (settings.timeScale() != null) {
            builder.timeScale(settings.timeScale());
        }
        var baseline = settings.baseline();
        if (baseline != null) {
            builder.baseline(catalogue -> Baseline.read(baseline, catalogue));
        } else if (settings.usesBaselineOfTheReference()) {
            builder.baseline(Baseline::ofTheReference);
        }
        return builder.build();
    }

    private int run(Suite suite) {
        var index = SpecIndex.of(suite.catalogue());
        var plan = Plan.of(
                suite.catalogue(),
                index,
                Selection.of(settings.selection(), suite.catalogue()),
                settings.profile(),
                settings.faults(),
                settings.shard());
        if (plan.cases().isEmpty()) {
            streams.err().println("sockspec: nothing to run: " + plan.whyEmpty());
            return Exit.NOTHING_RAN;
        }
        warnOfForeignBaseline(suite);
        var header = RunDescription.of(suite, settings, plan, started);
        var folder = RunFolder.create(
                settings.out() == null ? OutputFolder.create(Path.of(""), LocalDateTime.now()) : settings.out());
        Optional<Throwable> trouble;
        try (var journal = folder.journal()) {
            journal.begin(header);
            var incoming = new Results(journal);
            results.set(incoming);
            trouble = execute(suite, new SpecRunner(index, settings.jobs()), plan, incoming);
            for (var part : settings.peer().parts().stream().skip(1).toList()) {
                try (var other = suite(Optional.of(part))) {
                    var more = execute(other, new SpecRunner(index, settings.jobs()), plan, incoming);
                    trouble = trouble.or(() -> more);
                }
            }
        }
        return conclude(suite, header, plan, folder, trouble);
    }

    private Optional<Throwable> execute(Suite suite, SpecRunner runner, Plan plan, Results incoming) {
        windUp.set(() -> {
            runner.cancel();
            suite.cancel();
        });
        if (interruption.hasArrived()) {
            stop();
        }
        if (plan.needs(Need.FAULT_PROXY)) {
            suite.facility(Need.FAULT_PROXY, ProxyFacility.class).begin();
        }
        int total = plan.cases().size()
                * settings.repeat()
                * Math.max(1, settings.peer().parts().size());
        var progress = Progress.show(streams, incoming, total, start);
        try (progress) {
            return runner.run(suite, plan.cases(), settings.repeat());
        }
    }

    private void record(CaseReport report) {
        boolean interrupted =
                report.verdict() == Verdict.CRASHED ? interruption.arrivesWithin(SIGNAL_MS) : interruption.hasArrived();
        if (interrupted || unwritten.get() != null || !report.run().involvesImplementation()) {
            return;
        }
        try {
            results.get().add(CaseRecord.result(report), CaseRecord.part(report), CaseRecord.transcript(report));
        } catch (ReportException e) {
            unwritten.compareAndSet(null, e);
            stop();
        }
    }

    // Processes first: starting one may hold what the suite needs to wind up.
    private void stop() {
        processes.kill();
        windUp.get().run();
    }

    private int conclude(Suite suite, RunHeader header, Plan plan, RunFolder folder, Optional<Throwable> trouble) {
        boolean cutShort = interruption.hasArrived() || unwritten.get() != null;
        var why = cutShort ? "the run ended before this case did" : "the harness did not run this case";
        var cases = results.get().all(plan.cases(), suite.catalogue(), why);
        var described = cutShort ? header : RunDescription.withTools(header, suite, plan);
        Run run = described.run((System.nanoTime() - start) / 1e6, cutShort, cases);
        write(folder, run);
        var unsteady = results.get().unsteady();
        var neverSeen = NeverSeen.of(suite.baseline(), run);
        var status = unwritten.get() == null
                ? ExitStatus.of(run, unsteady.size(), neverSeen.size())
                : new ExitStatus(Exit.HARNESS_FAULT, "not everything could be written");
        RunSummary.write(run, plan, unsteady, neverSeen, status, folder.path(), streams.out());
        if (unwritten.get() != null) {
            throw unwritten.get();
        }
        if (!cutShort && trouble.isPresent()) {
            throw new IllegalStateException("a spec could not be set up", trouble.get());
        }
        return status.code();
    }

    private void write(RunFolder folder, Run run) {
        try {
            folder.write(run, folder.transcripts());
            if (settings.out() == null) {
                OutputFolder.linkLatest(folder.path());
            }
        } catch (ReportException e) {
            unwritten.compareAndSet(null, e);
        }
    }

    /** Tells of the first one only: what leaks, leaks again and again. */
    private void warnOfLeak(String leak) {
        if (leaking.compareAndSet(false, true)) {
            streams.err().println("sockspec: warning: " + leak);
        }
    }

    private void warnOfForeignBaseline(Suite suite) {
        var expected = suite.baseline().implementation();
        var name = suite.capabilities().name();
        if (!expected.isEmpty() && !expected.equals(name)) {
            streams.err()
                    .println("sockspec: warning: the baseline is about \"" + expected
                            + "\", the testee says that it is \"" + Text.line(name, 80) + "\"");
        }
    }
}
