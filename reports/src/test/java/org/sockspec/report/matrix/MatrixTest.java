package org.sockspec.report.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockspec.report.Run;
import org.sockspec.report.Samples;
import org.sockspec.report.Verdict;

class MatrixTest {
    private final Run passing = Samples.big(8, Verdict.PASSED);
    private final Run failing = Samples.big(4, Verdict.FAILED);

    @Test
    void showsDifferencesFirst() {
        var matrix = Matrix.of(List.of(passing, failing));

        assertThat(matrix.differences().values())
                .singleElement()
                .satisfies(cells -> assertThat(cells).extracting(Cell::text).containsExactly("ok", "ECONNREFUSED"));
        assertThat(matrix.clauses()).hasSize(2);
        assertThat(matrix.areas()).containsValue(List.of("1/1", "0/1")).containsValue(List.of("1/1", "-"));
        assertThat(MatrixText.of(matrix))
                .startsWith("## Clauses in which they differ (1)\n")
                .contains("| ok       | ECONNREFUSED |");
    }

    @Test
    void tellsWhatAllHaveInCommon() {
        var matrix = Matrix.of(List.of(failing, failing));

        assertThat(matrix.differences()).isEmpty();
        assertThat(matrix.sharedDeviations()).hasSize(1);
    }
}
