package org.sockspec.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.runner.SpecIndex;

/** Every answer is looked at by some case, or it is said why none does. */
class UnassertedTest {
    private static final SpecIndex INDEX = SpecIndex.of(Catalogue.own());

    @Test
    void whatNoCaseNoticesHasAReasonAndEveryReasonIsNeeded() {
        var reasons = Unasserted.own();

        var kinds =
                Tally.of(Replay.ofReference(INDEX, id -> true)).neverNoticed().keySet();

        assertThat(kinds)
                .allSatisfy(kind -> assertThat(reasons.of(kind)).as(kind).isPresent());
        assertThat(reasons.entries())
                .allMatch(entry -> kinds.stream().anyMatch(entry::covers), "is needed by what no case notices");
    }

    @Test
    void aClauseThatIsToLookAtAnAnswerHasNoTestYet() {
        assertThat(Unasserted.own().entries())
                .extracting(Unasserted.Entry::until)
                .filteredOn(Objects::nonNull)
                .allMatch(clause -> Catalogue.own().find(clause).isPresent())
                .noneMatch(clause -> INDEX.find(clause).isPresent());
    }
}
