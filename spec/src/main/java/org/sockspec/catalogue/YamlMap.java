package org.sockspec.catalogue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Gives access to the fields of a YAML mapping that a {@link Shape} has approved. */
final class YamlMap {
    private final Map<String, Node.Field> fields = new LinkedHashMap<>();

    YamlMap(Node mapping) {
        for (var field : ((Node.Mapping) mapping).fields()) {
            fields.put(field.name().value(), field);
        }
    }

    Set<String> names() {
        return fields.keySet();
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    Node node(String field) {
        return field(field).value();
    }

    /** Returns the line where the field's name stands. */
    int line(String field) {
        return field(field).name().line();
    }

    /** Returns the line of an item of a list. */
    int line(String field, int index) {
        return items(field).get(index).line();
    }

    List<Node> items(String field) {
        return ((Node.Sequence) node(field)).items();
    }

    String text(String field) {
        return text(node(field));
    }

    @Nullable String textOrNull(String field) {
        return has(field) ? text(field) : null;
    }

    /** Reads a list of texts; a single text counts as a list of one, a missing field as an empty list. */
    List<String> texts(String field) {
        if (!has(field)) {
            return List.of();
        }
        if (node(field) instanceof Node.Scalar single) {
            return List.of(single.value());
        }
        var texts = new ArrayList<String>();
        for (var item : items(field)) {
            texts.add(text(item));
        }
        return Collections.unmodifiableList(texts);
    }

    /** Reads all fields, each a text. */
    Map<String, String> toTexts() {
        var texts = new LinkedHashMap<String, String>();
        for (var name : names()) {
            texts.put(name, text(name));
        }
        return Collections.unmodifiableMap(texts);
    }

    <E> E one(String field, Map<String, E> symbols) {
        return Objects.requireNonNull(symbols.get(text(field)), field);
    }

    <E> @Nullable E oneOrNull(String field, Map<String, E> symbols) {
        return has(field) ? one(field, symbols) : null;
    }

    <E> List<E> several(String field, Map<String, E> symbols) {
        var several = new ArrayList<E>();
        for (var symbol : texts(field)) {
            several.add(Objects.requireNonNull(symbols.get(symbol), field));
        }
        return Collections.unmodifiableList(several);
    }

    boolean flag(String field) {
        return has(field) && Boolean.parseBoolean(text(field));
    }

    int number(String field) {
        return Integer.parseInt(text(field));
    }

    @Nullable Integer numberOrNull(String field) {
        return has(field) ? (Integer) number(field) : null;
    }

    YamlMap map(String field) {
        return new YamlMap(node(field));
    }

    /** Converts the fields to text, numbers (an Integer where it fits), booleans, lists and maps. */
    Map<String, Object> plain() {
        var plain = new LinkedHashMap<String, Object>();
        for (var name : names()) {
            plain.put(name, plain(node(name)));
        }
        return Collections.unmodifiableMap(plain);
    }

    private static Object plain(Node node) {
        if (node instanceof Node.Scalar scalar) {
            if (scalar.is(Tag.INT)) {
                return narrowed(new BigInteger(scalar.value()));
            }
            return scalar.is(Tag.BOOL) ? (Object) Boolean.valueOf(scalar.value()) : scalar.value();
        }
        return node instanceof Node.Sequence list
                ? list.items().stream().map(YamlMap::plain).toList()
                : new YamlMap(node).plain();
    }

    private static Number narrowed(BigInteger number) {
        if (number.bitLength() < Integer.SIZE) {
            return number.intValue();
        }
        return number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
    }

    private static String text(Node scalar) {
        return ((Node.Scalar) scalar).value();
    }

    private Node.Field field(String name) {
        var field = fields.get(name);
        if (field == null) {
            throw new IllegalArgumentException("no field " + name + " among " + names());
        }
        return field;
    }
}
