package org.sockspec.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Address;
import org.sockspec.api.Bytes;
import org.sockspec.api.Control;
import org.sockspec.api.Domain;
import org.sockspec.api.OptionValue;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/** The JSON forms of the values that travel in calls and outcomes; records travel as their components. */
final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addModule(new SimpleModule()
                    .addSerializer(Bytes.class, new BytesWriter())
                    .addDeserializer(Bytes.class, new BytesReader())
                    .addSerializer(Address.class, new TreeWriter<>(Json::address))
                    .addDeserializer(Address.class, new TreeReader<>(Json::address))
                    .addSerializer(OptionValue.class, new TreeWriter<>(Json::option))
                    .addDeserializer(OptionValue.class, new TreeReader<>(Json::option))
                    .addSerializer(Control.class, new TreeWriter<>(Json::control))
                    .addDeserializer(Control.class, new TreeReader<>(Json::control)))
            .build();

    private Json() {}

    private static JsonNode address(Address address) {
        var node = MAPPER.createObjectNode();
        if (address instanceof Address.Inet inet) {
            node.put("family", "AF_INET").put("host", inet.host()).put("port", inet.port());
        } else if (address instanceof Address.Inet6 inet6) {
            node.put("family", "AF_INET6").put("host", inet6.host()).put("port", inet6.port());
            if (inet6.scope() != 0) {
                node.put("scope", inet6.scope());
            }
        } else if (address instanceof Address.UnixPath unix) {
            node.put("family", "AF_UNIX").put("path", unix.path());
        } else if (address instanceof Address.UnixAbstract unix) {
            node.put("family", "AF_UNIX").put("abstract", unix.name().toArray());
        } else if (address instanceof Address.UnixUnnamed) {
            node.put("family", "AF_UNIX");
        } else if (address instanceof Address.Unspec) {
            node.put("family", "AF_UNSPEC");
        } else if (address instanceof Address.Malformed malformed) {
            var wrong = (ObjectNode) address(malformed.of());
            if (malformed.family() != null) {
                wrong.put("asFamily", malformed.family().name());
            }
            if (malformed.length() != null) {
                wrong.put("length", malformed.length());
            }
            return wrong;
        }
        return node;
    }

    private static Address address(JsonNode node) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("an address must be an object, not " + node);
        }
        var right = wellFormed(node);
        var family = node.has("asFamily") ? Domain.valueOf(node.get("asFamily").stringValue()) : null;
        var length = node.has("length") ? (Integer) node.get("length").intValue() : null;
        return family == null && length == null ? right : new Address.Malformed(right, family, length);
    }

    private static Address wellFormed(JsonNode node) {
        if (!node.has("family")) {
            return new Address.Null();
        }
        return switch (node.get("family").stringValue()) {
            case "AF_INET" ->
                new Address.Inet(
                        node.required("host").stringValue(),
                        node.required("port").intValue());
            case "AF_INET6" ->
                new Address.Inet6(
                        node.required("host").stringValue(),
                        node.required("port").intValue(),
                        node.path("scope").intValue(0));
            case "AF_UNIX" ->
                node.has("path")
                        ? new Address.UnixPath(node.get("path").stringValue())
                        : node.has("abstract")
                                ? new Address.UnixAbstract(
                                        Bytes.of(node.get("abstract").binaryValue()))
                                : new Address.UnixUnnamed();
            case "AF_UNSPEC" -> new Address.Unspec();
            default -> throw new IllegalArgumentException("unknown address family " + node.get("family"));
        };
    }

    private static JsonNode option(OptionValue value) {
        if (value instanceof OptionValue.Number number) {
            return MAPPER.createObjectNode().numberNode(number.value());
        }
        if (value instanceof OptionValue.Symbol symbol) {
            return MAPPER.createObjectNode().stringNode(symbol.name());
        }
        if (value instanceof OptionValue.Linger linger) {
            return MAPPER.createObjectNode().put("on", linger.on()).put("seconds", linger.seconds());
        }
        return MAPPER.createObjectNode().put("micros", ((OptionValue.Timeout) value).micros());
    }

    private static OptionValue option(JsonNode node) {
        if (node.isNumber()) {
            return new OptionValue.Number(node.intValue());
        }
        if (node.isString()) {
            return new OptionValue.Symbol(node.stringValue());
        }
        return node.has("micros")
                ? new OptionValue.Timeout(node.get("micros").longValue())
                : new OptionValue.Linger(
                        node.required("on").booleanValue(),
                        node.required("seconds").intValue());
    }

    private static JsonNode control(Control control) {
        if (control instanceof Control.Rights rights) {
            return MAPPER.createObjectNode().set("rights", MAPPER.valueToTree(rights.fds()));
        }
        var other = (Control.Other) control;
        return MAPPER.createObjectNode()
                .put("name", other.name())
                .put("data", other.data().toArray());
    }

    private static Control control(JsonNode node) {
        if (node.has("rights")) {
            return new Control.Rights(List.copyOf(MAPPER.treeToValue(
                    node.get("rights"), MAPPER.getTypeFactory().constructCollectionType(List.class, Integer.class))));
        }
        return new Control.Other(
                node.required("name").stringValue(),
                Bytes.of(node.required("data").binaryValue()));
    }

    private static final class BytesWriter extends ValueSerializer<Bytes> {
        @Override
        public void serialize(Bytes bytes, JsonGenerator out, SerializationContext context) {
            out.writeBinary(bytes.toArray());
        }
    }

    private static final class BytesReader extends ValueDeserializer<Bytes> {
        @Override
        public Bytes deserialize(JsonParser in, DeserializationContext context) {
            return Bytes.of(in.getBinaryValue());
        }
    }

    @FunctionalInterface
    private interface ToTree<T> {
        JsonNode write(T value);
    }

    @FunctionalInterface
    private interface FromTree<T> {
        T read(JsonNode node);
    }

    private static final class TreeWriter<T> extends ValueSerializer<T> {
        private final ToTree<T> form;

        TreeWriter(ToTree<T> form) {
            this.form = form;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializationContext context) {
            out.writeTree(form.write(value));
        }
    }

    private static final class TreeReader<T> extends ValueDeserializer<T> {
        private final FromTree<T> form;

        TreeReader(FromTree<T> form) {
            this.form = form;
        }

        @Override
        public @Nullable T deserialize(JsonParser in, DeserializationContext context) throws JacksonException {
            return form.read(in.readValueAsTree());
        }
    }
}
