package org.sockspec.report.markdown;

import org.sockspec.report.text.Text;

/** Escapes text for GitHub flavoured Markdown, tables included. */
final class Markdown {
    private static final String ACTIVE = "\\`*_[]<>&|~#@:!$";

    private Markdown() {}

    /** Returns the text on one line, with every character that could act as markup as an entity. */
    static String text(String text, int limit) {
        StringBuilder escaped = new StringBuilder();
        for (char c : Text.line(text, limit).toCharArray()) {
            if (ACTIVE.indexOf(c) >= 0) {
                escaped.append("&#").append((int) c).append(';');
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** Returns an id or a command as a code span. */
    static String code(String text) {
        return "<code>" + text(text, 300) + "</code>";
    }
}
