package org.sockspec.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockspec.api.Domain;
import org.sockspec.api.SocketType;

class CaseIdTest {
    @Test
    void readsWhatItWrites() {
        var id = new CaseId("connect.refused.no-listener", Domain.AF_INET6, SocketType.SOCK_STREAM);

        assertThat(id).hasToString("connect.refused.no-listener@inet6.stream");
        assertThat(CaseId.parse(id.toString())).isEqualTo(id);
    }

    @Test
    void readsEveryCaseOfTheCatalogue() {
        assertThat(Catalogue.own().clauses())
                .flatExtracting(Clause::cases)
                .allSatisfy(id -> assertThat(CaseId.parse(id.toString())).isEqualTo(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "connect", "connect.a@inet", "connect.a@inet.stream.x", "@inet.stream", "a.b@@inet.stream"})
    void refusesOtherForms(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CaseId.parse(text))
                .withMessage("\"" + text + "\" is not a case id; write CLAUSE@DOMAIN.TYPE,"
                        + " such as connect.refused.no-listener@inet.stream");
    }

    @Test
    void namesTheDomainsAndTypesThatExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CaseId.parse("a.b@ipx.stream"))
                .withMessage("\"a.b@ipx.stream\" is not a case id: its domain must be one of inet, inet6, unix");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CaseId.parse("a.b@inet.raw"))
                .withMessage("\"a.b@inet.raw\" is not a case id: its type must be one of stream, dgram, seqpacket");
    }
}
