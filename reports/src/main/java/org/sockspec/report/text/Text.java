package org.sockspec.report.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes text that may come from a testee safe to show: nothing in it acts, everything in it is seen. */
public final class Text {

    /** Length at which a text is cut for display, in characters. */
    public static final int LIMIT = 2_000;

    private static final Pattern TERMINAL_SEQUENCE =
            Pattern.compile("\\x1B(?:\\[[0-?]*[ -/]*[@-~]|\\][^\\x07\\x1B]*(?:\\x07|\\x1B\\\\)|[@-Z\\\\-_])");
    private static final Pattern SAFE_WORD = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private Text() {}

    /**
     * Returns the text without terminal sequences, with every other control character made visible.
     *
     * <p>Line feeds and tabs stay. What XML 1.0 does not allow and what reorders text becomes U+FFFD.
     */
    public static String visible(String text) {
        String plain = TERMINAL_SEQUENCE.matcher(text.replace("\r\n", "\n")).replaceAll("");
        StringBuilder seen = new StringBuilder(plain.length());
        plain.codePoints().map(Text::visible).forEach(seen::appendCodePoint);
        return seen.toString();
    }

    private static int visible(int c) {
        if (c == '\n' || c == '\t') {
            return c;
        }
        if (c < 0x20) {
            return 0x2400 + c;
        }
        boolean control = c >= 0x7F && c <= 0x9F;
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        boolean noCharacter = (c & 0xFFFE) == 0xFFFE;
        boolean reorders = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        return control || surrogate || noCharacter || reorders ? 0xFFFD : c;
    }

    /** Returns the visible text, cut to a number of characters and then ended by an ellipsis. */
    public static String clip(String text, int limit) {
        // Twice the limit leaves room for what becomes invisible, and bounds the work on a flood.
        String visible = visible(text.length() > 2 * limit ? text.substring(0, 2 * limit) : text);
        if (visible.length() <= limit) {
            return text.length() > 2 * limit ? visible + "…" : visible;
        }
        int end = Character.isHighSurrogate(visible.charAt(limit - 1)) ? limit - 1 : limit;
        return visible.substring(0, end) + "…";
    }

    /** Returns the visible text on one line, cut to a number of characters. */
    public static String line(String text, int limit) {
        return clip(text, limit).replaceAll("\\s+", " ").strip();
    }

    /** Joins words to one command line for a POSIX shell. */
    public static String shell(List<String> words) {
        return words.stream().map(Text::quote).collect(Collectors.joining(" "));
    }

    private static String quote(String word) {
        return SAFE_WORD.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
