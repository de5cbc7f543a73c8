package org.sockspec.catalogue;

import java.math.BigInteger;
import java.util.Collection;
import java.util.HashSet;
import java.util.function.Predicate;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Says what the value of a field looks like. */
interface Kind {
    void check(String field, Node value, Notes notes);

    static Kind any() {
        return (field, value, notes) -> {};
    }

    /** Anything but a number, a truth value or nothing, unless it stands in quotes. */
    static Kind text() {
        return scalar(
                node -> node.is(Tag.STR), "must be text", "put a number, true, false or null between double quotes");
    }

    static Kind text(Predicate<String> form, String reason, String hint) {
        return scalar(node -> node.is(Tag.STR) && form.test(node.value()), reason, hint);
    }

    static Kind flag() {
        return scalar(node -> node.is(Tag.BOOL), "must be true or false", "write true, or leave it out");
    }

    /** The word true: the field is left out otherwise. */
    static Kind yes() {
        return scalar(node -> node.value().equals("true"), "can only be true", "write true, or leave it out");
    }

    /** A number that fits an int. */
    static Kind number(int min) {
        return scalar(
                node -> node.is(Tag.INT)
                        && new BigInteger(node.value()).bitLength() < Integer.SIZE
                        && Integer.parseInt(node.value()) >= min,
                "must be a number from " + min + " to " + Integer.MAX_VALUE,
                "write it without quotes");
    }

    static Kind oneOf(Collection<String> words) {
        return (field, value, notes) -> {
            if (!(value instanceof Node.Scalar word)) {
                notes.say(value, field + " must be one word", "use one of " + String.join(", ", words));
            } else if (!words.contains(word.value())) {
                notes.say(value, field + ": \"" + word.value() + "\" is unknown", Nearest.hint(word.value(), words));
            }
        };
    }

    /** A list of anything. */
    static Kind list() {
        return (field, value, notes) -> {
            if (!(value instanceof Node.Sequence)) {
                notes.say(value, field + " must be a list", "write one item per line, each after a dash");
            }
        };
    }

    /** A list without repetition. */
    static Kind listOf(Kind item) {
        return (field, value, notes) -> {
            if (!(value instanceof Node.Sequence list)) {
                notes.say(value, field + " must be a list", "write [A, B]");
                return;
            }
            var seen = new HashSet<String>();
            for (var node : list.items()) {
                item.check(field, node, notes);
                if (node instanceof Node.Scalar word && !seen.add(word.value())) {
                    notes.say(node, field + " repeats \"" + word.value() + "\"", "keep one of them");
                }
            }
        };
    }

    static Kind filled(Kind list) {
        return (field, value, notes) -> {
            if (value instanceof Node.Sequence items && items.items().isEmpty()) {
                notes.say(value, field + " is empty", "name at least one");
            } else {
                list.check(field, value, notes);
            }
        };
    }

    /** A list, or one item alone. */
    static Kind oneOrMore(Kind item) {
        var list = filled(listOf(item));
        return (field, value, notes) -> (value instanceof Node.Sequence ? list : item).check(field, value, notes);
    }

    static Kind mapping() {
        return (field, value, notes) -> {
            if (!(value instanceof Node.Mapping)) {
                notes.say(value, field + " must be a mapping", "write {NAME: VALUE}");
            }
        };
    }

    /** A mapping of any names to text. */
    static Kind texts() {
        return (field, value, notes) -> {
            mapping().check(field, value, notes);
            if (value instanceof Node.Mapping mapping) {
                var shape = new Shape();
                for (var entry : mapping.fields()) {
                    shape.optional(entry.name().value(), text());
                }
                shape.fits(field, value, notes);
            }
        };
    }

    static Kind mapping(Shape shape) {
        return (field, value, notes) -> shape.fits(field, value, notes);
    }

    private static Kind scalar(Predicate<Node.Scalar> good, String reason, String hint) {
        return (field, value, notes) -> {
            if (!(value instanceof Node.Scalar scalar) || !good.test(scalar)) {
                var found = value instanceof Node.Scalar scalar ? ": \"" + scalar.value() + "\" " : " ";
                notes.say(value, field + found + reason, hint);
            }
        };
    }
}
