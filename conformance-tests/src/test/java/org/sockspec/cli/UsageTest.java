package org.sockspec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {
    private final Console console = new Console();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            rum                                             | Did you mean: sockspec run?
            run --bogus                                     | Unknown option: '--bogus'
            run connect.*                                   | unexpected "connect.*"; clauses are chosen by --select
            run --profile bsd                               | "bsd" is none of posix, linux
            run --jobs 0                                    | --jobs must be from 1 to 10000
            run --level most                                | "most" is none of must, should, may, unspecified
            run --testee a -- b                             | either by --testee or after --, not both
            list --select connect                           | write "connect.*" for all its clauses
            list --select connect.refused.no-listner        | did you mean connect.refused.no-listener
            list --exclude nothing.*                        | no clause matches "nothing.*"
            init cobol new-folder                           | there are c, go, java, node, python
            init c /                                        | / is not empty; choose a new folder
            explain connect.refused.no-listener@unix.stream | the clause has connect.refused.no-listener@inet.stream
            """)
    void endsWith64AndSaysWhatToWrite(String line, String message) {
        assertThat(console.sockspec(line.split(" "))).isEqualTo(64);
        assertThat(console.err()).contains(message).contains("--help");
        assertThat(console.out()).isEmpty();
    }

    @Test
    void helpsEveryCommand() {
        for (var command : List.of("run", "list", "explain", "doctor", "init", "check-testee", "report")) {
            assertThat(console.sockspec(command, "--help")).isZero();
            assertThat(console.out()).contains("Usage: sockspec " + command).contains("./sockspec " + command);
        }
    }

    @Test
    void tellsItsVersion() {
        assertThat(console.sockspec("--version")).isZero();
        assertThat(console.out()).startsWith("sockspec ").contains("testee protocol 1");
    }
}
