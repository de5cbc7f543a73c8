package org.sockspec.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sockspec.api.Errno;
import org.sockspec.api.Outcome;
import org.sockspec.catalogue.CaseId;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.catalogue.Clause;
import org.sockspec.catalogue.Level;
import org.sockspec.catalogue.Profile;
import org.sockspec.engine.CaseReport;
import org.sockspec.engine.Recording;
import org.sockspec.report.Verdict;

/**
 * Looks for clauses that contradict each other: what one of them accepts of a call is given to the same call, after the
 * same calls, in the cases of the others. Where such a case fails, an implementation that satisfies the one breaks the
 * other.
 */
final class Contradictions {
    private final Replay player;
    private final Map<Situation, List<Place>> places;
    private final List<Found> found = new ArrayList<>();
    private int compared;

    private Contradictions(Replay player, List<Recording> recordings) {
        this.player = player;
        this.places = recordings.stream().flatMap(this::places).collect(Collectors.groupingBy(Place::situation));
    }

    /** A call of a case, and what the case observed. */
    private record Place(Recording recording, int number, Situation situation, String observed) {
        Recording.Answer answer() {
            return recording.answers().get(number);
        }

        Clause clause() {
            return Catalogue.own().get(recording.id().clause());
        }

        /** Tells whether the case is about this call, and nothing done later can have brought its outcome about. */
        boolean isJudged() {
            return answer().outcome().toString().equals(observed)
                    && recording.answers().stream()
                            .skip(number + 1L)
                            .allMatch(later -> later.started() >= answer().ended());
        }

        /** Tells whether POSIX demands what the clause says. */
        boolean binds() {
            return clause().profile() == Profile.POSIX
                    && (clause().level() == Level.MUST || clause().level() == Level.SHOULD);
        }
    }

    /**
     * One clause accepts what another does not.
     *
     * @param accepting the case whose clause accepts the outcome
     * @param call the call as C writes it
     * @param outcome an errno, or a return value
     * @param refusing the case that fails
     */
    record Found(CaseId accepting, String call, String outcome, CaseId refusing, String detail) {}

    /** Compares the clauses of recorded cases; those that do not pass as they are tell nothing. */
    static Contradictions among(Replay player, List<Recording> recordings) {
        var contradictions = new Contradictions(player, recordings);
        contradictions.find();
        return contradictions;
    }

    List<Found> found() {
        return found;
    }

    /** Returns how often an outcome was given to the case of another clause. */
    int compared() {
        return compared;
    }

    private Stream<Place> places(Recording recording) {
        var report = player.judged(recording).filter(judged -> judged.verdict() == Verdict.PASSED);
        var situations = report.isEmpty() ? List.<Situation>of() : Situation.of(recording);
        return IntStream.range(0, situations.size())
                .mapToObj(number -> new Place(
                        recording,
                        number,
                        situations.get(number),
                        String.valueOf(report.orElseThrow().observed())));
    }

    private void find() {
        for (var same : places.values()) {
            for (var here : same) {
                if (here.isJudged() && same.size() > 1) {
                    alternatives(here).forEach(outcome -> compare(here, outcome, same));
                }
            }
        }
    }

    /** Returns what else the clause accepts of the call. */
    private Stream<Outcome> alternatives(Place place) {
        return place.clause().accepts(Profile.POSIX).stream()
                .flatMap(accepted -> answer(accepted).stream())
                .filter(outcome -> !outcome.toString().equals(place.observed()))
                .filter(outcome -> judged(place, outcome)
                        .filter(report -> report.verdict() == Verdict.PASSED
                                && outcome.toString().equals(report.observed()))
                        .isPresent());
    }

    private void compare(Place here, Outcome outcome, List<Place> same) {
        same.stream()
                .filter(there -> there.binds() && !there.clause().equals(here.clause()))
                .peek(there -> compared++)
                .forEach(there -> judged(there, outcome)
                        .filter(report -> report.verdict() == Verdict.FAILED)
                        .ifPresent(report -> found.add(new Found(
                                here.recording().id(),
                                here.answer().text(),
                                outcome.toString(),
                                there.recording().id(),
                                Objects.requireNonNull(report.detail())))));
    }

    private Optional<CaseReport> judged(Place place, Outcome outcome) {
        return player.judged(
                place.recording().with(place.number(), place.answer().giving(outcome)));
    }

    private static Optional<Outcome> answer(String accepted) {
        return accepted.matches("E[A-Z0-9]+")
                ? Optional.of(Outcome.failed(new Errno(accepted)))
                : accepted.matches("\\d+") ? Optional.of(Outcome.returned(Long.parseLong(accepted))) : Optional.empty();
    }
}
