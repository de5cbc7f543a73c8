package org.sockspec.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    @ParameterizedTest
    @CsvSource({"bind,bind,0", "bind,bnd,1", "bind,blind,1", "bind,find,1", "'',bind,4", "bind,'',4", "kitten,sitting,3"
    })
    void countsLettersToChange(String a, String b, int distance) {
        assertThat(Nearest.distance(a, b)).isEqualTo(distance);
    }

    @Test
    void putsTheNearestFirst() {
        assertThat(Nearest.to("lisen", List.of("bind", "accept", "listen"), 2)).containsExactly("listen", "bind");
    }

    @Test
    void putsWordsThatContainTheTextBeforeAllOthers() {
        assertThat(Nearest.to("refused", List.of("reused", "connect.refused.no-listener"), 2))
                .containsExactly("connect.refused.no-listener", "reused");
    }
}
