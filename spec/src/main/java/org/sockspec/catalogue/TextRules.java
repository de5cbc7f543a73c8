package org.sockspec.catalogue;

import java.util.List;
import java.util.regex.Pattern;

/** Checks the wording of one clause. */
final class TextRules {
    static final List<String> PROSE = List.of("statement", "check", "linux", "differs");

    private static final int SHORTEST = 12;
    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.)]$");
    private static final Pattern TWO_SENTENCES = Pattern.compile("[a-z)]\\. [A-Z]");
    private static final Pattern LEANING = Pattern.compile("^(It|They|This|The same holds|Both may|Such|That)\\b"
            + "|\\bas stated\\b|\\bas above\\b|\\bin their areas\\b");
    private static final Pattern FORBIDDEN = Pattern.compile(
            "https?://|www\\.|\\b(github|gitlab|winsock)\\b|\\b[\\w-]+\\.(com|org|net|io|dev)\\b"
                    + "|(?<![\\w<])/(?!(dev|etc|proc|sys)/)[a-z]+/"
                    + "|\\bwindows (xp|7|10|11|server)\\b|\\b(TODO|FIXME|XXX)\\b|\\bfixed sleep of\\b",
            Pattern.CASE_INSENSITIVE);

    private final YamlMap yaml;
    private final Notes notes;

    private TextRules(YamlMap yaml, Notes notes) {
        this.yaml = yaml;
        this.notes = notes;
    }

    static void check(Area.Entry entry, Notes notes) {
        var rules = new TextRules(entry.yaml(), notes);
        rules.lengths();
        rules.statement(entry.clause().statement().strip());
        for (var field : PROSE) {
            rules.words(entry.yaml(), field);
        }
        var source = entry.yaml().map("source");
        source.names().forEach(field -> rules.words(source, field));
    }

    private void lengths() {
        for (var field : List.of("statement", "check")) {
            if (yaml.text(field).strip().length() < SHORTEST) {
                notes.say(yaml.line(field), field + " is empty or too short", "say what is observed, in one sentence");
            }
        }
        if (yaml.text("linux").isBlank()) {
            notes.say(yaml.line("linux"), "linux is empty", "say what Linux did, or why it was not probed");
        }
    }

    private void statement(String statement) {
        if (!END_OF_SENTENCE.matcher(statement).find()
                || TWO_SENTENCES.matcher(statement).find()) {
            notes.say(
                    yaml.line("statement"),
                    "the statement is not one sentence",
                    "end it with a full stop, and split it into two clauses if it says two things");
        }
        var leaning = LEANING.matcher(statement);
        if (leaning.find()) {
            notes.say(
                    yaml.line("statement"),
                    "the statement does not stand alone: \"" + leaning.group() + "\"",
                    "name what it points to");
        }
    }

    private void words(YamlMap fields, String field) {
        if (!fields.has(field)) {
            return;
        }
        var hit = FORBIDDEN.matcher(fields.text(field));
        if (hit.find()) {
            notes.say(
                    fields.line(field),
                    field + " contains \"" + hit.group() + "\"",
                    "leave out sites, machines, products and unfinished work");
        }
    }
}
