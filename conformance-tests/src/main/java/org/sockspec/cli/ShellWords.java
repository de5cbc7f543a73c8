package org.sockspec.cli;

import java.util.ArrayList;
import java.util.List;

/** Splits a command line into words as a POSIX shell does, without expanding anything. */
final class ShellWords {
    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int at;

    private ShellWords(String text) {
        this.text = text;
    }

    /**
     * Splits at blanks that are neither quoted nor behind a backslash.
     *
     * @throws UsageException if a quote is not closed or there is no word
     */
    static List<String> split(String text) {
        return new ShellWords(text).split();
    }

    private List<String> split() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            switch (c) {
                case ' ', '\t', '\n' -> endWord();
                case '\'' -> quoted('\'');
                case '"' -> quoted('"');
                case '\\' -> add(next());
                default -> add(c);
            }
        }
        endWord();
        if (words.isEmpty() || words.get(0).isEmpty()) {
            throw new UsageException("--testee names no command");
        }
        return List.copyOf(words);
    }

    private void quoted(char quote) {
        inWord = true;
        for (char c = next(); c != quote; c = next()) {
            boolean escapes = c == '\\' && quote == '"' && at < text.length() && "\\\"$`".indexOf(text.charAt(at)) >= 0;
            add(escapes ? next() : c);
        }
    }

    private char next() {
        if (at == text.length()) {
            throw new UsageException("a quote or backslash in --testee is left open: " + text);
        }
        return text.charAt(at++);
    }

    private void add(char c) {
        inWord = true;
        word.append(c);
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }
}
