package org.sockspec.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShellWordsTest {
    @Test
    void splitsAtBlanksOnly() {
        assertThat(ShellWords.split("  ./testee  --stack\ttap0 ")).containsExactly("./testee", "--stack", "tap0");
    }

    @Test
    void keepsWhatIsQuotedTogether() {
        assertThat(ShellWords.split("'my testee' a\"b c\"d '' \"it's\""))
                .containsExactly("my testee", "ab cd", "", "it's");
    }

    @Test
    void takesBackslashesAsAShellDoes() {
        assertThat(ShellWords.split("a\\ b '\\' \"\\\"\\n\"")).containsExactly("a b", "\\", "\"\\n");
    }

    @Test
    void refusesAnOpenQuote() {
        assertThatThrownBy(() -> ShellWords.split("./testee 'tap0"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("left open: ./testee 'tap0");
    }

    @Test
    void refusesNoCommand() {
        assertThatThrownBy(() -> ShellWords.split("  ")).hasMessage("--testee names no command");
    }
}
