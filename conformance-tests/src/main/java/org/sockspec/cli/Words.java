package org.sockspec.cli;

import java.util.Locale;

/** Spells things for people. */
final class Words {
    private Words() {}

    /** Returns the spelling that files and options use, such as {@code not-run}. */
    static String symbol(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns a count with its noun, such as {@code 1 case} or {@code 2 cases}. */
    static String count(long number, String noun) {
        return count(number, noun, noun + "s");
    }

    /** Returns a count with its noun, where the plural is not the noun and an s. */
    static String count(long number, String noun, String plural) {
        return number + " " + (number == 1 ? noun : plural);
    }

    static String seconds(double ms) {
        return String.format(Locale.ROOT, "%.1f s", ms / 1000);
    }
}
