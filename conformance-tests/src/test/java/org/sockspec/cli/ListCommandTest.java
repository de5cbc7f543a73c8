package org.sockspec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.sockspec.catalogue.Catalogue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ListCommandTest {
    private final Console console = new Console();

    @Test
    void listsEveryClauseAsJson() {
        assertThat(console.sockspec("list", "--json")).isZero();

        var list = new JsonMapper().readTree(console.out());
        assertThat(list).hasSize(Catalogue.own().clauses().size());
        assertThat(entry(list, "connect.refused.no-listener")).hasToString("""
                {"id":"connect.refused.no-listener","area":"connect","level":"must","profile":"posix","seed":true,\
                "state":"executable","reason":null,"cases":["connect.refused.no-listener@inet.stream",\
                "connect.refused.no-listener@inet6.stream"],"needs":[]}""");
    }

    @Test
    void givesAReasonExactlyForWhatIsUntested() {
        console.sockspec("list", "--json");

        assertThat(new JsonMapper().readTree(console.out()))
                .allSatisfy(clause -> assertThat(clause.get("reason").isNull())
                        .isNotEqualTo(clause.get("state").stringValue().equals("untested")));
    }

    @Test
    void listsSelectedClausesByLine() {
        assertThat(console.sockspec("list", "--select", "names.peer.*", "--level", "must"))
                .isZero();
        assertThat(console.out().lines())
                .isNotEmpty()
                .allMatch(line -> line.startsWith("names.peer.") && line.contains(" must "));
    }

    private static JsonNode entry(JsonNode list, String id) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(clause -> clause.get("id").stringValue().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
