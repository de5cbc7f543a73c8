package org.sockspec.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001B[31;1mred\u001B[0m",
                "\u001B]0;title\u0007red",
                "\u001B]8;;http://x\u001B\\red",
                "\u001BMred"
            })
    void terminalSequencesAreRemoved(String text) {
        assertThat(Text.visible(text)).isEqualTo("red");
    }

    @Test
    void controlCharactersAreShownInsteadOfSent() {
        assertThat(Text.visible("a\u0000b\u001Bc\rd\u009Be")).isEqualTo("a␀b\u241Bc␍d\uFFFDe");
    }

    @Test
    void whatXmlForbidsAndWhatReordersTextIsReplaced() {
        assertThat(Text.visible("\uD800 \uDC00 \uFFFE \u202E \u2067 \uD83D\uDE00"))
                .isEqualTo("\uFFFD \uFFFD \uFFFD \uFFFD \uFFFD \uD83D\uDE00");
    }

    @Test
    void linesAndTabsStay() {
        assertThat(Text.visible("a\tb\r\nc")).isEqualTo("a\tb\nc");
    }

    @Test
    void longTextIsCutWithAnEllipsis() {
        assertThat(Text.clip("abcdef", 3)).isEqualTo("abc…");
        assertThat(Text.clip("abc", 3)).isEqualTo("abc");
        assertThat(Text.clip("ab\uD83D\uDE00cd", 3)).isEqualTo("ab…");
    }

    @Test
    void floodIsCutBeforeItIsCleaned() {
        assertThat(Text.clip("\u001B[0m".repeat(1_000_000), 10))
                .hasSizeLessThan(12)
                .endsWith("…");
    }

    @Test
    void lineHasNoBreaks() {
        assertThat(Text.line(" a\n\n b\tc ", 20)).isEqualTo("a b c");
    }

    @Test
    void shellQuotesWhatAShellWouldInterpret() {
        assertThat(Text.shell(List.of("./testee", "--x=1", "a b", "it's", "$(id)", "")))
                .isEqualTo("./testee --x=1 'a b' 'it'\\''s' '$(id)' ''");
    }
}
