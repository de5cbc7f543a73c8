package org.sockspec.protocol;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON text as plain values: maps, lists, strings, numbers, booleans and null. Binding it to classes is left to
 * {@link Form}, which takes a quarter of the time to start.
 */
final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    /** Reads one object; fails with a {@link ProtocolException} where the text is anything else. */
    static Map<String, @Nullable Object> read(String text) {
        try (var in = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new ProtocolException("a message must be a JSON object");
            }
            var object = object(in);
            if (in.nextToken() != null) {
                throw new ProtocolException("not JSON: something stands behind the object");
            }
            return object;
        } catch (JacksonException e) {
            throw new ProtocolException(
                    "not JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""), e);
        }
    }

    static String write(Map<String, ?> object) {
        return render(object);
    }

    /** Renders a value for a message about it, as far as it is short. */
    static String excerpt(@Nullable Object value) {
        return LineReader.excerpt(render(value));
    }

    private static Map<String, @Nullable Object> object(JsonParser in) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        for (var name = in.nextName(); name != null; name = in.nextName()) {
            in.nextToken();
            object.put(name, value(in));
        }
        return object;
    }

    private static List<@Nullable Object> array(JsonParser in) {
        var array = new ArrayList<@Nullable Object>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(in));
        }
        return array;
    }

    private static @Nullable Object value(JsonParser in) {
        return switch (in.currentToken()) {
            case START_OBJECT -> object(in);
            case START_ARRAY -> array(in);
            case VALUE_STRING -> in.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> in.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static String render(@Nullable Object value) {
        var text = new StringWriter();
        try (var out = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            write(value, out);
        }
        return text.toString();
    }

    private static void write(@Nullable Object value, JsonGenerator out) {
        if (value instanceof Map<?, ?> object) {
            out.writeStartObject();
            object.forEach((name, member) -> {
                out.writeName((String) name);
                write(member, out);
            });
            out.writeEndObject();
        } else if (value instanceof List<?> array) {
            out.writeStartArray();
            array.forEach(item -> write(item, out));
            out.writeEndArray();
        } else if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else if (value instanceof Number number) {
            out.writeNumber(number.longValue());
        } else {
            out.writeNull();
        }
    }
}
