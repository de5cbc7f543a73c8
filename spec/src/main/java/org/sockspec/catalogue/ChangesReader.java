package org.sockspec.catalogue;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.sockspec.api.FileFlag;
import org.sockspec.api.MessageFlag;
import org.sockspec.api.OptionValue;
import org.sockspec.api.PollEvent;

/** Reads what a mutant changes in the result of a call. */
final class ChangesReader {
    private static final Map<String, Changes.AddressChange> ADDRESS = Symbols.of(Changes.AddressChange.class);
    private static final Map<String, Changes.DataChange> DATA = Symbols.of(Changes.DataChange.class);
    private static final Map<String, Changes.ControlChange> CONTROL = Symbols.of(Changes.ControlChange.class);
    private static final Map<String, Changes.ReadySet> READY = Symbols.of(Changes.ReadySet.class);
    private static final Map<String, MessageFlag> MESSAGE_FLAGS = Symbols.map(Enum::name, MessageFlag.values());
    private static final Map<String, PollEvent> EVENTS = Symbols.map(Enum::name, PollEvent.values());
    private static final Map<String, FileFlag> FILE_FLAGS = Symbols.map(Enum::name, FileFlag.values());

    private static final Shape LINGER = new Shape().required("on", Kind.flag()).required("seconds", Kind.number(0));
    private static final Shape TIMEOUT = new Shape().required("micros", Kind.number(0));

    static final Shape CHANGES = new Shape()
            .optional("value", Kind.number(0))
            .optional("address", Kind.oneOf(ADDRESS.keySet()))
            .optional("addressLength", Kind.number(0))
            .optional("data", Kind.oneOf(DATA.keySet()))
            .optional("messageFlags", Kind.listOf(Kind.oneOf(MESSAGE_FLAGS.keySet())))
            .optional("control", Kind.oneOf(CONTROL.keySet()))
            .optional("revents", Kind.listOf(Kind.oneOf(EVENTS.keySet())))
            .optional("ready", Kind.listOf(Kind.oneOf(READY.keySet())))
            .optional("option", ChangesReader::checkOption)
            .optional("fileFlags", Kind.listOf(Kind.oneOf(FILE_FLAGS.keySet())))
            .optional(
                    "mode",
                    Kind.text(
                            Pattern.compile("S_IF[A-Z]+").asMatchPredicate(),
                            "is no file type",
                            "write one such as S_IFREG"))
            .optional("mismatchAt", Kind.number(-1))
            .optional("ints", Kind.number(0))
            .optional("overwritten", Kind.number(0));

    private ChangesReader() {}

    static Changes read(YamlMap yaml) {
        return new Changes(
                number(yaml, "value"),
                yaml.oneOrNull("address", ADDRESS),
                yaml.numberOrNull("addressLength"),
                yaml.oneOrNull("data", DATA),
                several(yaml, "messageFlags", MESSAGE_FLAGS),
                yaml.oneOrNull("control", CONTROL),
                several(yaml, "revents", EVENTS),
                several(yaml, "ready", READY),
                yaml.has("option") ? option(yaml.node("option")) : null,
                several(yaml, "fileFlags", FILE_FLAGS),
                yaml.textOrNull("mode"),
                number(yaml, "mismatchAt"),
                yaml.numberOrNull("ints"),
                yaml.numberOrNull("overwritten"));
    }

    private static void checkOption(String field, Node value, Notes notes) {
        if (value instanceof Node.Mapping) {
            boolean timeout = new YamlMap(value).has("micros");
            (timeout ? TIMEOUT : LINGER).fits(field, value, notes);
        } else if (!(value instanceof Node.Scalar scalar) || !(scalar.is(Tag.INT) || scalar.is(Tag.STR))) {
            notes.say(
                    value,
                    field + " is no option value",
                    "write a number, a symbol, {on: true, seconds: 1} or {micros: 1}");
        }
    }

    private static OptionValue option(Node value) {
        if (value instanceof Node.Scalar scalar) {
            return scalar.is(Tag.INT)
                    ? new OptionValue.Number(Integer.parseInt(scalar.value()))
                    : new OptionValue.Symbol(scalar.value());
        }
        var yaml = new YamlMap(value);
        return yaml.has("micros")
                ? new OptionValue.Timeout(yaml.number("micros"))
                : new OptionValue.Linger(yaml.flag("on"), yaml.number("seconds"));
    }

    private static @Nullable Long number(YamlMap yaml, String field) {
        return yaml.has(field) ? (Long) (long) yaml.number(field) : null;
    }

    private static <E> @Nullable Set<E> several(YamlMap yaml, String field, Map<String, E> symbols) {
        return yaml.has(field) ? Set.copyOf(yaml.several(field, symbols)) : null;
    }
}
