package org.sockspec.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The parts of spec/protocol.md that must agree with the code. */
final class ProtocolPage {
    private static final Pattern PARAMETER = Pattern.compile("^\\| `(\\w+)` \\|", Pattern.MULTILINE);

    private final String text;

    ProtocolPage() {
        try {
            text = Files.readString(Path.of("protocol.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the names of the parameters of each call, as its section has them. */
    Map<String, List<String>> calls() {
        var calls = new LinkedHashMap<String, List<String>>();
        var sections = section("Calls").split("\n### ");
        Arrays.stream(sections)
                .skip(1)
                .forEach(section -> calls.put(
                        section.substring(0, section.indexOf('\n')),
                        PARAMETER
                                .matcher(section)
                                .results()
                                .map(row -> row.group(1))
                                .toList()));
        return calls;
    }

    /** Returns the lines of all JSON examples. */
    Stream<String> messages() {
        return fenced("json").flatMap(String::lines);
    }

    /** Returns what stands in fences of a language. */
    Stream<String> fenced(String language) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(match -> match.group(1));
    }

    /** Returns the text under a heading of the second level. */
    String section(String heading) {
        int start = text.indexOf("\n## " + heading + "\n");
        int end = text.indexOf("\n## ", start + 1);
        return text.substring(start, end);
    }

    /** Returns the rows of the table of test vectors: seed, position, bytes in hexadecimal. */
    Stream<MatchResult> vectors() {
        return Pattern.compile("^\\| (-?\\d+) \\| (\\d+) \\| `([0-9a-f ]+)` \\|$", Pattern.MULTILINE)
                .matcher(section("The pattern"))
                .results();
    }
}
