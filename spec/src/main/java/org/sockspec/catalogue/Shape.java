package org.sockspec.catalogue;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says which fields a YAML mapping has and what their values look like. */
final class Shape {
    private final Map<String, Kind> required = new LinkedHashMap<>();
    private final Map<String, Kind> known = new LinkedHashMap<>();

    Shape required(String field, Kind kind) {
        required.put(field, kind);
        return optional(field, kind);
    }

    Shape optional(String field, Kind kind) {
        known.put(field, kind);
        return this;
    }

    /** Notes everything in which the mapping differs, and tells whether it does not. */
    boolean fits(String what, Node node, Notes notes) {
        if (notes.areNone()) {
            return true;
        }
        int before = notes.count();
        if (!(node instanceof Node.Mapping mapping)) {
            notes.say(node, what + " must be a mapping", "write its fields as NAME: VALUE");
            return false;
        }
        var seen = new HashSet<String>();
        for (var field : mapping.fields()) {
            var name = field.name().value();
            var kind = known.get(name);
            if (kind == null) {
                notes.say(field.name(), "unknown field \"" + name + "\"", Nearest.hint(name, known.keySet()));
            } else if (!seen.add(name)) {
                notes.say(field.name(), "field \"" + name + "\" stands twice", "keep one of them");
            } else {
                kind.check(name, field.value(), notes);
            }
        }
        for (var name : required.keySet()) {
            if (!seen.contains(name)) {
                notes.say(mapping, "field \"" + name + "\" is missing", "add it to " + what);
            }
        }
        return notes.count() == before;
    }
}
