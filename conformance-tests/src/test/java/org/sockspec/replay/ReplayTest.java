package org.sockspec.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.catalogue.Profile;
import org.sockspec.engine.Recording;
import org.sockspec.runner.SpecIndex;

/** What every case did on the reference, judged again with answers that it did not get. */
class ReplayTest {
    private static final SpecIndex INDEX = SpecIndex.of(Catalogue.own());
    private static List<Recording> recordings = List.of();

    @BeforeAll
    static void recordReference() {
        recordings = Replay.recordReference(INDEX, id -> true);
    }

    @Test
    void whatNoCaseNoticesHasAReasonAndEveryReasonIsNeeded() {
        var reasons = Unasserted.own();

        try (var player = Replay.ofReference(INDEX, Profile.LINUX)) {
            var kinds = Tally.of(recordings.stream().map(player::changing).toList())
                    .neverNoticed()
                    .keySet();

            assertThat(kinds).filteredOn(kind -> reasons.of(kind).isEmpty()).isEmpty();
            assertThat(reasons.entries())
                    .filteredOn(entry -> kinds.stream().noneMatch(entry::covers))
                    .extracting(Unasserted.Entry::changes)
                    .isEmpty();
        }
    }

    @Test
    void aClauseThatIsToLookAtAnAnswerHasNoTestYet() {
        assertThat(Unasserted.own().entries())
                .extracting(Unasserted.Entry::until)
                .filteredOn(Objects::nonNull)
                .allMatch(clause -> Catalogue.own().find(clause).isPresent())
                .noneMatch(clause -> INDEX.find(clause).isPresent());
    }

    @Test
    void whatOneClauseAcceptsNoOtherRefuses() {
        try (var player = Replay.ofReference(INDEX, Profile.POSIX)) {
            var contradictions = Contradictions.among(player, recordings);

            assertThat(contradictions.found()).isEmpty();
            assertThat(contradictions.compared()).isPositive();
        }
    }
}
