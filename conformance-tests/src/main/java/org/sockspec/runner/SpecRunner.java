package org.sockspec.runner;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.sockspec.catalogue.CaseId;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.engine.Suite;
import org.sockspec.harness.LongestWaitFirst;
import org.sockspec.harness.Session;
import org.sockspec.harness.Weight;

/** Runs cases as JUnit tests. */
public final class SpecRunner {
    private static final String NATIVE_IMAGE = "org.graalvm.nativeimage.imagecode";
    private static final String PARALLEL = "junit.jupiter.execution.parallel.";

    private static final String CLASS_ORDER = "junit.jupiter.testclass.order.default";
    private static final String METHOD_ORDER = "junit.jupiter.testmethod.order.default";

    private final SpecIndex index;
    private final int jobs;
    private Map<String, String> order = Map.of(
            CLASS_ORDER, LongestWaitFirst.Classes.class.getName(),
            METHOD_ORDER, LongestWaitFirst.Methods.class.getName());
    private final CancellationToken cancellation = CancellationToken.create();

    public SpecRunner(SpecIndex index, int jobs) {
        this.index = index;
        this.jobs = jobs;
    }

    /** Runs the cases in an order that a number decides, instead of those first that wait longest. */
    public SpecRunner inRandomOrder(long seed) {
        order = Map.of(
                CLASS_ORDER,
                ClassOrderer.Random.class.getName(),
                METHOD_ORDER,
                MethodOrderer.Random.class.getName(),
                MethodOrderer.Random.RANDOM_SEED_PROPERTY_NAME,
                Long.toString(seed));
        return this;
    }

    /** Starts no further case. */
    public void cancel() {
        cancellation.cancel();
    }

    /** Runs the cases once. */
    public Optional<Throwable> run(Suite suite, Collection<CaseId> cases) {
        return run(suite, cases, 1);
    }

    /** Runs several copies of each case in one plan, to measure what a plan of that size costs. */
    public Optional<Throwable> runCopies(Suite suite, Collection<CaseId> cases, int copies) {
        return run(suite, cases, 1, copies);
    }

    /**
     * Runs the cases and returns when all have finished; each is reported to the recorder of the suite.
     *
     * @param times how often
     * @return what went wrong outside any case, if something did
     */
    public Optional<Throwable> run(Suite suite, Collection<CaseId> cases, int times) {
        return run(suite, cases, times, 1);
    }

    private Optional<Throwable> run(Suite suite, Collection<CaseId> cases, int times, int copies) {
        Set<CaseId> wanted = new HashSet<>(cases);
        var config = LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine())
                .build();
        var trouble = new AtomicReference<Throwable>();
        try (var session = openWithoutFlightRecorder(config)) {
            var place = Namespace.create(Session.STORE);
            session.getStore().put(place, Session.Given.class, new Session.Given(suite));
            session.getStore().put(place, Session.Selection.class, new Session.Selection(wanted::contains, copies));
            var ahead = jobs > 1 && wanted.size() > 1 ? lightest(wanted) : Set.<Method>of();
            for (int time = 0; time < times && !cancellation.isCancellationRequested(); time++) {
                var early = CompletableFuture.runAsync(
                        () -> execute(session, ahead, 1, trouble), task -> new Thread(task, "ahead").start());
                execute(session, allBut(ahead, wanted), jobs - ahead.size(), trouble);
                early.join();
            }
        }
        return Optional.ofNullable(trouble.get());
    }

    private void execute(
            LauncherSession session, Set<Method> specs, int jobsAtOnce, AtomicReference<Throwable> trouble) {
        if (!specs.isEmpty()) {
            session.getLauncher()
                    .execute(LauncherExecutionRequestBuilder.request(discovery(specs, jobsAtOnce))
                            .cancellationToken(cancellation)
                            .listeners(new Containers(trouble))
                            .build());
        }
    }

    /** Returns what waits least: it runs while JUnit looks at all the others, so that the first verdict is there early. */
    private Set<Method> lightest(Set<CaseId> wanted) {
        var catalogue = Catalogue.own();
        return wanted.stream()
                .map(CaseId::clause)
                .min(Comparator.comparingInt((String clause) -> Weight.of(catalogue.get(clause)))
                        .thenComparing(Comparator.naturalOrder()))
                .flatMap(index::find)
                .map(Set::of)
                .orElseGet(Set::of);
    }

    private Set<Method> allBut(Set<Method> others, Set<CaseId> wanted) {
        return wanted.stream()
                .map(CaseId::clause)
                .distinct()
                .flatMap(clause -> index.find(clause).stream())
                .filter(method -> !others.contains(method))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * JUnit sets up events for Flight Recorder, which delays the first case by a tenth of a second, unless it believes
     * that it runs in a native image.
     */
    private static LauncherSession openWithoutFlightRecorder(LauncherConfig config) {
        System.setProperty(NATIVE_IMAGE, "no");
        try {
            return LauncherFactory.openSession(config);
        } finally {
            System.clearProperty(NATIVE_IMAGE);
        }
    }

    private LauncherDiscoveryRequest discovery(Set<Method> specs, int jobsAtOnce) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(specs.stream()
                        .map(method -> selectMethod(method.getDeclaringClass(), method))
                        .toList())
                .configurationParameter(PARALLEL + "enabled", "true")
                .configurationParameter(PARALLEL + "mode.default", "concurrent")
                .configurationParameter(PARALLEL + "mode.classes.default", "concurrent")
                .configurationParameter(PARALLEL + "config.executor-service", "worker_thread_pool")
                .configurationParameter(PARALLEL + "config.strategy", "fixed")
                .configurationParameter(PARALLEL + "config.fixed.parallelism", Integer.toString(jobsAtOnce))
                .configurationParameters(order)
                .build();
    }

    /** Notes failures of classes and methods, which no case reports. */
    private record Containers(AtomicReference<Throwable> trouble) implements TestExecutionListener {
        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            if (identifier.isContainer() && result.getStatus() == TestExecutionResult.Status.FAILED) {
                trouble.compareAndSet(null, result.getThrowable().orElseThrow());
            }
        }
    }
}
