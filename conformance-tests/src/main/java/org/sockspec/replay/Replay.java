package org.sockspec.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.sockspec.api.Capabilities;
import org.sockspec.catalogue.CaseId;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.catalogue.Need;
import org.sockspec.catalogue.Profile;
import org.sockspec.engine.Baseline;
import org.sockspec.engine.Budgets;
import org.sockspec.engine.CaseFolders;
import org.sockspec.engine.CaseReport;
import org.sockspec.engine.Cast;
import org.sockspec.engine.Helpers;
import org.sockspec.engine.Leases;
import org.sockspec.engine.PlayedTestee;
import org.sockspec.engine.Recording;
import org.sockspec.engine.Suite;
import org.sockspec.engine.TesteePool;
import org.sockspec.harness.Rehearsal;
import org.sockspec.janitor.Janitor;
import org.sockspec.mutants.Laboratory;
import org.sockspec.report.Verdict;
import org.sockspec.runner.SpecIndex;

/** Plays recorded cases back to their tests, with each answer changed in every way it could have been wrong. */
public final class Replay implements AutoCloseable {
    private static final Set<Verdict> GAVE_UP = Set.of(Verdict.UNSUPPORTED, Verdict.NOT_RUN, Verdict.INCONCLUSIVE);

    private final SpecIndex index;
    private final Janitor janitor = Janitor.start();
    private final Suite suite;

    /**
     * Prepares a replay.
     *
     * @param capabilities what the implementation that was recorded said of itself
     * @param profile the profile to judge by
     * @param budgets those of the recorded run: timeouts depend on them
     */
    public Replay(SpecIndex index, Capabilities capabilities, Profile profile, Budgets budgets) {
        this.index = index;
        this.suite = new Suite(
                Catalogue.own(),
                profile,
                Baseline.NONE,
                budgets,
                Cast.whole(new TesteePool(() -> new PlayedTestee(capabilities))),
                new CaseFolders(janitor.temporaryFolder("")),
                new Leases(),
                Map.of(Need.FAULT_PROXY, new IdleProxies()),
                Helpers.PORTABLE,
                report -> {},
                janitor::close);
    }

    /** Runs cases on the reference, and returns the recordings of those that passed, in the order of their ids. */
    public static List<Recording> recordReference(SpecIndex index, Predicate<CaseId> wanted) {
        try (var laboratory = new Laboratory(index)) {
            return laboratory.referenceCases(wanted).stream()
                    .filter(report -> report.verdict() == Verdict.PASSED)
                    .map(report -> Recording.of(report.run()))
                    .sorted(Comparator.comparing(recording -> recording.id().toString()))
                    .toList();
        }
    }

    /** Prepares a replay of what {@link #recordReference} returns. */
    public static Replay ofReference(SpecIndex index, Profile profile) {
        return new Replay(index, Laboratory.capabilities(), profile, Laboratory.BUDGETS);
    }

    /** Judges a recorded case as it was. */
    public CaseReport judge(Recording recording) {
        return Rehearsal.of(suite, index.find(recording.id().clause()).orElseThrow(), recording);
    }

    /** Judges a recorded case, unless it now makes another call than it did. */
    Optional<CaseReport> judged(Recording recording) {
        try {
            return Optional.of(judge(recording));
        } catch (Recording.Departure unknown) {
            return Optional.empty();
        }
    }

    /** Judges a recorded case with each of its answers changed. */
    public Replayed changing(Recording recording) {
        var unlike = unlike(recording);
        if (unlike.isPresent()) {
            return new Replayed(recording.id(), unlike, List.of(), 0, 0, List.of());
        }
        var noticed = new ArrayList<Replayed.Change>();
        var unnoticed = new ArrayList<Replayed.Change>();
        int departed = 0;
        int excused = 0;
        for (int number = 0; number < recording.answers().size(); number++) {
            var answer = recording.answers().get(number);
            for (var changed : AnswerChanges.of(answer).entrySet()) {
                var change = new Replayed.Change(
                        number + 1, answer.host(), answer.call().method(), answer.text(), changed.getKey());
                try {
                    var verdict =
                            judge(recording.with(number, changed.getValue())).verdict();
                    if (GAVE_UP.contains(verdict)) {
                        excused++;
                    } else {
                        (verdict == Verdict.PASSED ? unnoticed : noticed).add(change);
                    }
                } catch (Recording.Departure unknown) {
                    departed++;
                }
            }
        }
        return new Replayed(
                recording.id(), Optional.empty(), List.copyOf(noticed), departed, excused, List.copyOf(unnoticed));
    }

    @Override
    public void close() {
        suite.close();
    }

    private Optional<String> unlike(Recording recording) {
        try {
            var report = judge(recording);
            return report.verdict() == Verdict.PASSED
                    ? Optional.empty()
                    : Optional.of(report.verdict().symbol() + ": " + report.detail());
        } catch (Recording.Departure departure) {
            return Optional.of(String.valueOf(departure.getMessage()));
        }
    }
}
