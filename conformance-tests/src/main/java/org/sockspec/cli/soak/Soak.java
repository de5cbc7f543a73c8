package org.sockspec.cli.soak;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicReference;
import org.sockspec.catalogue.CaseId;
import org.sockspec.catalogue.Profile;
import org.sockspec.engine.Implementation;
import org.sockspec.harness.SuiteBuilder;
import org.sockspec.janitor.Janitor;
import org.sockspec.runner.SpecIndex;
import org.sockspec.runner.SpecRunner;

/** Runs the suite round by round. */
public final class Soak {
    private final SpecIndex index;
    private final Implementation implementation;
    private final Profile profile;
    private final AtomicReference<Runnable> windUp = new AtomicReference<>(() -> {});

    public Soak(SpecIndex index, Implementation implementation, Profile profile) {
        this.index = index;
        this.implementation = implementation;
        this.profile = profile;
    }

    /** Runs the cases once, and returns how many seconds that took. */
    public double run(Round round, Collection<CaseId> cases, Steadiness seen) {
        long start = System.nanoTime();
        var runner = new SpecRunner(index, round.jobs()).inRandomOrder(round.seed());
        var suite = new SuiteBuilder()
                .implementation(implementation)
                .profile(profile)
                .recorder(report -> seen.add(round, report))
                .build();
        windUp.set(() -> {
            runner.cancel();
            suite.cancel();
        });
        try (suite;
                var janitor = Janitor.start()) {
            var pressure = round.stress().begin(suite, janitor, round.seed());
            try {
                runner.run(suite, cases);
            } finally {
                pressure.close();
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** Ends the round under way. */
    public void stop() {
        windUp.get().run();
    }
}
