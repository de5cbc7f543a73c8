package org.sockspec.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds the words that somebody may have meant. */
final class Nearest {
    private static final int LIST_ALL = 12;

    private Nearest() {}

    /** Returns up to {@code n} words, those that contain the text first, then by edit distance. */
    static List<String> to(String text, Collection<String> words, int n) {
        return words.stream()
                .sorted(Comparator.comparing((String word) -> !word.contains(text))
                        .thenComparing(word -> distance(text, word))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(n)
                .toList();
    }

    static String hint(String text, Collection<String> words) {
        return words.size() <= LIST_ALL
                ? "use one of " + String.join(", ", words)
                : "did you mean " + String.join(" or ", to(text, words, 2)) + "?";
    }

    /** Counts the letters to add, drop or replace (Levenshtein). */
    static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j - 1], diagonal));
            }
        }
        return row[b.length()];
    }
}
