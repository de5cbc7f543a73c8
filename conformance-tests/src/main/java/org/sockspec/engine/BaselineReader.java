package org.sockspec.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.catalogue.Clause;
import org.sockspec.report.ReportException;
import org.sockspec.report.Verdict;

/** Reads a baseline; whatever is wrong with it is told with its line. */
final class BaselineReader {
    private static final String EXAMPLE =
            "write {cases: CLAUSE@DOMAIN.TYPE or CLAUSE@*, observed: OUTCOME, reason: TEXT}";
    private static final Set<String> FIELDS =
            Set.of("cases", "verdict", "observed", "fingerprint", "reason", "platform", "version", "expires");
    private static final Map<String, Verdict> VERDICTS =
            Map.of("failed", Verdict.FAILED, "hung", Verdict.HUNG, "crashed", Verdict.CRASHED);

    private final String file;
    private final Catalogue catalogue;

    private BaselineReader(String file, Catalogue catalogue) {
        this.file = file;
        this.catalogue = catalogue;
    }

    static Baseline read(Path file, Catalogue catalogue) {
        try {
            return read(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8), catalogue);
        } catch (IOException e) {
            throw new BaselineException("cannot read the baseline " + file + ": " + ReportException.reason(e)
                    + "; name a file that exists, or leave out --baseline");
        }
    }

    static Baseline read(String file, String text, Catalogue catalogue) {
        return new BaselineReader(file, catalogue).baseline(text);
    }

    private Baseline baseline(String text) {
        var root = document(text);
        var fields = fields(root, "the file", Set.of("implementation", "deviations"));
        var entries = new ArrayList<Baseline.Entry>();
        var seen = new HashSet<String>();
        for (var item : items(required(fields, "deviations", root))) {
            var entry = entry(item);
            if (!seen.add(entry.cases())) {
                throw wrong(item, entry.cases() + " stands twice", "keep one of the entries");
            }
            entries.add(entry);
        }
        return new Baseline(text(required(fields, "implementation", root)), entries);
    }

    private Node document(String text) {
        try {
            return new Compose(LoadSettings.builder().setLabel(file).build())
                    .composeString(text)
                    .orElseThrow(() -> wrong(1, "the file is empty", "write implementation and deviations"));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            throw wrong(line, "the file is not YAML: " + e.getProblem(), "mind indentation and quotes");
        } catch (ReaderException e) {
            throw wrong(1, "the file is not YAML text: " + e.getMessage(), "save it as UTF-8 text");
        }
    }

    private Baseline.Entry entry(Node node) {
        var fields = fields(node, "an entry", FIELDS);
        var cases = required(fields, "cases", node);
        requireCases(cases);
        var reason = text(required(fields, "reason", node));
        if (reason.isBlank()) {
            throw wrong(
                    node, "the reason is empty", "say why the implementation deviates, or link to where it is said");
        }
        if (!fields.containsKey("observed") && !fields.containsKey("fingerprint") && !fields.containsKey("verdict")) {
            throw wrong(node, "the entry does not say how the case deviates", "add observed, fingerprint or verdict");
        }
        return new Baseline.Entry(
                text(cases),
                verdict(fields.get("verdict")),
                textOrNull(fields.get("observed")),
                textOrNull(fields.get("fingerprint")),
                reason.strip(),
                textOrNull(fields.get("platform")),
                textOrNull(fields.get("version")),
                date(fields.get("expires")));
    }

    private @Nullable Verdict verdict(@Nullable Node node) {
        if (node == null) {
            return null;
        }
        var verdict = VERDICTS.get(text(node));
        if (verdict == null) {
            throw wrong(node, "no baseline can expect the verdict " + text(node), "use failed, hung or crashed");
        }
        return verdict;
    }

    private @Nullable LocalDate date(@Nullable Node node) {
        try {
            return node == null ? null : LocalDate.parse(text(node));
        } catch (DateTimeParseException e) {
            throw wrong(node, "\"" + text(node) + "\" is not a date", "write YEAR-MONTH-DAY, such as 2027-06-30");
        }
    }

    private @Nullable String textOrNull(@Nullable Node node) {
        return node == null ? null : text(node);
    }

    private void requireCases(Node node) {
        var cases = text(node);
        var parts = cases.split("@", -1);
        if (parts.length != 2) {
            throw wrong(node, "\"" + cases + "\" is neither CLAUSE@DOMAIN.TYPE nor CLAUSE@*", EXAMPLE);
        }
        var clause = catalogue
                .find(parts[0])
                .orElseThrow(() -> wrong(
                        node,
                        "there is no clause \"" + parts[0] + "\"",
                        "did you mean " + String.join(" or ", catalogue.nearest(parts[0], 2)) + "?"));
        if (!parts[1].equals("*") && !names(clause).contains(cases)) {
            throw wrong(node, "there is no case \"" + cases + "\"", "use one of " + String.join(", ", names(clause)));
        }
    }

    private static List<String> names(Clause clause) {
        return clause.cases().stream().map(Object::toString).toList();
    }

    private Map<String, Node> fields(Node node, String what, Set<String> known) {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong(node, what + " must be a mapping", EXAMPLE);
        }
        var fields = new LinkedHashMap<String, Node>();
        for (var pair : mapping.getValue()) {
            var name = text(pair.getKeyNode());
            if (!known.contains(name)) {
                var names = known.stream().sorted().toList();
                throw wrong(pair.getKeyNode(), "unknown field \"" + name + "\"", "use " + String.join(", ", names));
            }
            fields.put(name, pair.getValueNode());
        }
        return fields;
    }

    private Node required(Map<String, Node> fields, String name, Node of) {
        var node = fields.get(name);
        if (node == null) {
            throw wrong(of, "field \"" + name + "\" is missing", "add it");
        }
        return node;
    }

    private List<Node> items(Node node) {
        if (!(node instanceof SequenceNode list)) {
            throw wrong(node, "deviations must be a list", "write [] if there are none; else one \"- cases:\" each");
        }
        return list.getValue();
    }

    private String text(Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            throw wrong(node, "a text must stand here", "put it between double quotes");
        }
        return scalar.getValue();
    }

    private BaselineException wrong(Node where, String reason, String hint) {
        return wrong(where.getStartMark().map(Mark::getLine).orElse(0) + 1, reason, hint);
    }

    private BaselineException wrong(int line, String reason, String hint) {
        return new BaselineException(file + ":" + line + ": " + reason + "; " + hint);
    }
}
