package org.sockspec.engine;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import org.sockspec.protocol.TesteeException;
import org.sockspec.report.Verdict;

/** Runs the test of a case and says what its ending means. */
public final class Judge {

    /** The test of a case. */
    @FunctionalInterface
    public interface Test {
        void run() throws Throwable;
    }

    private static final Set<Verdict> BROKEN = EnumSet.of(Verdict.FAILED, Verdict.HUNG, Verdict.CRASHED);

    private final Suite suite;
    private final CaseRun run;
    private @Nullable Throwable trouble;

    public Judge(Suite suite, CaseRun run) {
        this.suite = suite;
        this.run = run;
    }

    /** Runs the test, ends the case and returns the verdict. */
    public CaseReport judge(Test test) {
        run.begin();
        try {
            test.run();
            requireAllLookedAt();
            requireObservation();
        } catch (Verdicts.Crashed e) {
            trouble = isAccepted(e) ? null : e;
        } catch (AssertionError | TestAbortedException | TesteeException e) {
            trouble = e;
        } catch (FacilityException e) {
            trouble = new Verdicts.NotRun(String.valueOf(e.getMessage()));
        } catch (Throwable e) {
            trouble = new SpecDefect("the spec itself failed: " + e, e);
        }
        if (trouble instanceof Verdicts.Deviation deviation) {
            trouble = unlessThePeers(deviation);
        }
        var verdict = verdict();
        double ms = (System.nanoTime() - run.started()) / 1e6;
        if (BROKEN.contains(verdict)) {
            run.giveUpOwnTestees();
        }
        var uncleaned = run.end();
        if (verdict == Verdict.PASSED && uncleaned != null) {
            verdict = Verdict.HUNG;
            trouble = new Verdicts.Hung(uncleaned);
        }
        return new CaseReport(
                run,
                verdict,
                run.observed(),
                trouble == null ? null : trouble.getMessage(),
                ms,
                trouble instanceof Verdicts.Deviation deviation ? deviation.host() : null,
                suite.baseline().find(run.id()).orElse(null));
    }

    /** Some calls may raise a signal, which ends the case. */
    private boolean isAccepted(Verdicts.Crashed crash) {
        var signal = run.accepted().stream()
                .filter(symbol -> symbol.startsWith("SIG")
                        && String.valueOf(crash.getMessage()).contains("(" + symbol + ")"))
                .findFirst();
        signal.ifPresent(run::observe);
        return signal.isPresent();
    }

    private Throwable unlessThePeers(Verdicts.Deviation deviation) {
        return suite.cast()
                .knownOfPeer(run.id(), deviation, run.observed())
                .<Throwable>map(entry -> new Verdicts.Unsupported("the " + deviation.host()
                        + ", which the reference plays, deviates here by itself: " + entry.reason()))
                .orElse(deviation);
    }

    /** Returns what the test ended with, or null if it passed. */
    public @Nullable Throwable trouble() {
        return trouble;
    }

    /**
     * Tells whether a testee that other cases were using too died or fell silent, so that this case may not be the one
     * to blame.
     */
    public boolean lostTesteeInCompany() {
        if (trouble == null || suite.isCancelled()) {
            return false;
        }
        if (trouble instanceof Verdicts.Crashed) {
            return run.hosts().stream().anyMatch(host -> !host.alone());
        }
        // Where the process of one host is gone, a call of the other may be the first to show it.
        return trouble instanceof Verdicts.Hung && run.lostTesteeInCompany()
                || run.hosts().stream()
                        .anyMatch(host -> !host.alone() && host.testee().ended().isPresent());
    }

    private Verdict verdict() {
        if (trouble == null) {
            return Verdict.PASSED;
        }
        if (trouble instanceof Verdicts.Hung) {
            return Verdict.HUNG;
        }
        if (trouble instanceof Verdicts.Crashed || trouble instanceof TesteeException) {
            return Verdict.CRASHED;
        }
        if (trouble instanceof Verdicts.Unsupported) {
            return Verdict.UNSUPPORTED;
        }
        if (trouble instanceof Verdicts.Inconclusive) {
            return Verdict.INCONCLUSIVE;
        }
        return trouble instanceof TestAbortedException ? Verdict.NOT_RUN : Verdict.FAILED;
    }

    private void requireAllLookedAt() {
        var ignored = new ArrayList<Exchange>(run.exchanges());
        ignored.removeIf(Exchange::settled);
        if (!ignored.isEmpty()) {
            throw new SpecDefect("the spec never looked at what became of " + ignored.get(0), null);
        }
    }

    private void requireObservation() {
        var accepted = run.accepted();
        if (accepted.size() == 1) {
            run.observe(accepted.get(0));
        } else if (run.observed() == null || !accepted.contains(run.observed())) {
            throw new SpecDefect(
                    "the spec did not say which of the accepted outcomes " + accepted + " it saw, but "
                            + run.observed(),
                    null);
        }
    }

    /** A mistake in a spec, as opposed to one in an implementation. */
    private static final class SpecDefect extends AssertionError {
        SpecDefect(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
