package org.sockspec.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sockspec.api.Domain;
import org.sockspec.api.SocketType;

class CatalogueTest {
    private final Catalogue catalogue = Catalogue.own();

    @Test
    void holdsAllClausesAndCases() {
        // Ids are permanent, so that the catalogue only grows; a case may go where it turned out to repeat another.
        assertThat(catalogue.areas()).hasSizeGreaterThanOrEqualTo(34).isSorted();
        assertThat(catalogue.clauses()).hasSizeGreaterThanOrEqualTo(1_495);
        assertThat(catalogue.clauses()).flatExtracting(Clause::cases).hasSizeGreaterThan(4_900);
    }

    @Test
    void readsEveryFieldOfAClause() {
        var clause = catalogue.get("connect.refused.no-listener");

        assertThat(clause.area()).isEqualTo("connect");
        assertThat(clause.level()).isEqualTo(Level.MUST);
        assertThat(clause.profile()).isEqualTo(Profile.POSIX);
        assertThat(clause.statement()).startsWith("connect() ").doesNotContain("\n");
        assertThat(clause.domains()).containsExactly(Domain.AF_INET, Domain.AF_INET6);
        assertThat(clause.types()).containsExactly(SocketType.SOCK_STREAM);
        assertThat(clause.accepts()).containsExactly("ECONNREFUSED");
        assertThat(clause.needs()).isEmpty();
        assertThat(clause.source()).isEqualTo(new Source("XSH connect(), ERRORS", "RFC 9293 3.10.7.1", null, true));
        assertThat(clause.untestable()).isEmpty();
    }

    @Test
    void acceptsWhatLinuxGivesInTheLinuxProfileOnly() {
        var deviation = catalogue.clauses().stream()
                .filter(Clause::deviation)
                .findFirst()
                .orElseThrow();
        var other = catalogue.get("connect.refused.no-listener");

        assertThat(deviation.accepts(Profile.POSIX)).isEqualTo(deviation.accepts());
        assertThat(deviation.accepts(Profile.LINUX))
                .isEqualTo(deviation.linuxAccepts())
                .isNotEmpty();
        assertThat(other.accepts(Profile.LINUX)).isEqualTo(other.accepts(Profile.POSIX));
    }

    @Test
    void hasSeqpacketOverUnixOnlyUnlessTheClauseIsAboutItAlone() {
        var mixed = clause(List.of(Domain.AF_INET, Domain.AF_UNIX), SocketType.SOCK_DGRAM, SocketType.SOCK_SEQPACKET);
        var alone = clause(List.of(Domain.AF_INET), SocketType.SOCK_SEQPACKET);

        assertThat(mixed.cases())
                .extracting(CaseId::toString)
                .containsExactly("a.b@inet.dgram", "a.b@unix.dgram", "a.b@unix.seqpacket");
        assertThat(alone.cases()).extracting(CaseId::toString).containsExactly("a.b@inet.seqpacket");
    }

    @Test
    void saysWhyNoRunCanTestAClause() {
        assertThat(catalogue.clauses())
                .filteredOn(clause -> clause.untestable().isPresent())
                .isNotEmpty()
                .allSatisfy(clause -> assertThat(clause.needs()).containsAnyOf(Need.NO_TRIGGER, Need.OWN_MACHINE));
        assertThat(catalogue.get("accept.error.enobufs-enomem").untestable())
                .hasValue("needs no-trigger: a way to provoke it, and no portable one is known");
    }

    @Test
    void explainsEveryOutcomeThatAClauseAccepts() {
        assertThat(catalogue.clauses()).allSatisfy(clause -> {
            for (var profile : Profile.values()) {
                assertThat(clause.accepts(profile))
                        .allSatisfy(outcome -> assertThat(catalogue.explain(clause.area(), outcome))
                                .isNotBlank());
            }
        });
        assertThat(catalogue.explain("connect", "ECONNREFUSED")).isEqualTo("the call fails with ECONNREFUSED");
    }

    @Test
    void namesNearOnesForWhatIsNotThere() {
        assertThat(catalogue.find("connect.refused.no-listner")).isEmpty();
        assertThat(catalogue.nearest("connect.refused.no-listner", 1)).containsExactly("connect.refused.no-listener");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> catalogue.get("connect.refused.no-listner"))
                .withMessageStartingWith("there is no clause \"connect.refused.no-listner\";"
                        + " did you mean connect.refused.no-listener or ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> catalogue.title("conect"))
                .withMessage("there is no area \"conect\"; did you mean connect or accept?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> catalogue.explain("connect", "no-such-outcome"))
                .withMessageStartingWith("area connect knows no outcome \"no-such-outcome\"; ");
    }

    @Test
    void titlesItsAreas() {
        assertThat(catalogue.title("connect")).isEqualTo("Initiating a connection");
    }

    private static Clause clause(List<Domain> domains, SocketType... types) {
        return new Clause(
                "a.b",
                Level.MUST,
                Profile.POSIX,
                "statement",
                domains,
                List.of(types),
                List.of("success"),
                false,
                List.of(),
                Set.of(),
                new Source("XSH", null, null, false),
                false,
                "linux",
                null,
                "check",
                List.of());
    }
}
