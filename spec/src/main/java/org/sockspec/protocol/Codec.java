package org.sockspec.protocol;

import static org.sockspec.protocol.Json.MAPPER;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Call;
import org.sockspec.api.Capabilities;
import org.sockspec.api.Errno;
import org.sockspec.api.Outcome;
import org.sockspec.api.Returned;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns calls and outcomes into the messages of the testee protocol and back. */
public final class Codec {
    /** Version of the protocol that this code speaks. */
    public static final String PROTOCOL = "1";

    private static final List<String> CAPABILITIES = Stream.of(Capabilities.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();

    private static final Pattern ERRNO = Pattern.compile("E[A-Z0-9_]+");

    private static final Map<String, Class<? extends Call>> CALLS = Arrays.stream(Call.class.getPermittedSubclasses())
            .flatMap(type -> type == Call.Blocking.class
                    ? Arrays.stream(Call.Blocking.class.getPermittedSubclasses())
                    : Stream.of(type))
            .map(type -> type.<Call>asSubclass(Call.class))
            .collect(Collectors.toUnmodifiableMap(Call::methodOf, Function.identity()));

    /** The components of a record that must be there; reading that off its annotations takes longer than a call. */
    private static final ClassValue<List<String>> REQUIRED = new ClassValue<>() {
        @Override
        protected List<String> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents())
                    .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                    .map(RecordComponent::getName)
                    .toList();
        }
    };

    private Codec() {}

    /** Returns the parameters of a call by name, as they stand in a message. */
    public static ObjectNode parameters(Call call) {
        return MAPPER.valueToTree(call);
    }

    /** Reads a call; fails with a {@link ProtocolException} that names what is wrong with it. */
    public static Call call(String method, JsonNode parameters) {
        var type = CALLS.get(method);
        if (type == null) {
            throw new ProtocolException("unknown method '" + method + "'");
        }
        return record(parameters, type, "malformed parameters of " + method);
    }

    /** Tells whether a method name stands for a call. */
    public static boolean isCall(String method) {
        return CALLS.containsKey(method);
    }

    /** Writes the result of a call that returned or failed. */
    public static ObjectNode result(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return MAPPER.createObjectNode()
                    .put("ret", -1)
                    .put("errno", failed.errno().name());
        }
        if (!(outcome instanceof Returned returned)) {
            throw new IllegalArgumentException("not a result: " + outcome);
        }
        ObjectNode fields = MAPPER.valueToTree(returned);
        var node = MAPPER.createObjectNode().put("ret", returned.value());
        fields.remove("value");
        return node.setAll(fields);
    }

    /** Reads the result of a call. */
    public static Outcome outcome(JsonNode result) {
        if (!result.isObject() || !result.path("ret").isIntegralNumber()) {
            throw new ProtocolException("a result must be an object with an integer 'ret'");
        }
        if (result.has("errno") || result.get("ret").asLong(0) == -1) {
            return failure(result);
        }
        var fields = ((ObjectNode) result).deepCopy();
        fields.set("value", fields.remove("ret"));
        return record(fields, Returned.class, "malformed result");
    }

    private static Outcome failure(JsonNode result) {
        var errno = result.path("errno").stringValue("");
        if (!ERRNO.matcher(errno).matches()) {
            throw new ProtocolException("where 'ret' is -1, 'errno' must be a name such as \"ECONNREFUSED\"");
        }
        if (result.get("ret").asLong(0) != -1 || result.size() > 2) {
            throw new ProtocolException("where there is an 'errno', 'ret' must be -1 and nothing else may be there");
        }
        return Outcome.failed(new Errno(errno));
    }

    static ObjectNode hello(Capabilities capabilities) {
        ObjectNode node = MAPPER.createObjectNode().put("protocol", PROTOCOL);
        return node.setAll((ObjectNode) MAPPER.valueToTree(capabilities));
    }

    static Capabilities capabilities(JsonNode hello) {
        if (!hello.isObject() || !hello.has("protocol")) {
            throw new ProtocolException("malformed answer to hello: 'protocol' is missing");
        }
        if (!PROTOCOL.equals(hello.get("protocol").stringValue(""))) {
            throw new ProtocolException(
                    "the testee speaks protocol version " + hello.get("protocol") + ", not \"" + PROTOCOL + "\"");
        }
        var fields = ((ObjectNode) hello).deepCopy();
        fields.retain(CAPABILITIES);
        var capabilities = record(fields, Capabilities.class, "malformed answer to hello");
        if (capabilities.sessions() < 1) {
            throw new ProtocolException("malformed answer to hello: 'sessions' must be 1 or more");
        }
        return capabilities;
    }

    /** Reads how many lanes the end of a session could not free. */
    static int stuck(JsonNode result) {
        int stuck = result.path("stuck").asInt(-1);
        if (stuck < 0 || !result.get("stuck").isInt()) {
            throw new ProtocolException("malformed answer to end_session: 'stuck' must be a count of lanes");
        }
        return stuck;
    }

    static long idOfRequest(JsonNode request) {
        if (!isId(request.path("id"))) {
            throw new ProtocolException("a request must have an integer id");
        }
        return request.get("id").longValue();
    }

    static long idOfReply(JsonNode reply) {
        if (isId(reply.path("id"))) {
            return reply.get("id").longValue();
        }
        throw new ProtocolException(
                reply.path("error").has("message")
                        ? "refused a request: "
                                + reply.get("error").get("message").asString("(no message)")
                        : "a reply must have the integer id of its request");
    }

    private static boolean isId(JsonNode id) {
        return id.isIntegralNumber() && id.canConvertToLong();
    }

    private static <T> T record(JsonNode fields, Class<T> type, String what) {
        for (var name : REQUIRED.get(type)) {
            if (!fields.hasNonNull(name)) {
                throw new ProtocolException(what + ": '" + name + "' is missing");
            }
        }
        try {
            return MAPPER.treeToValue(fields, type);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new ProtocolException(what + ": " + firstLine(e), e);
        }
    }

    static String request(long id, String method, String session, @Nullable String lane, @Nullable Call call) {
        var parameters = MAPPER.createObjectNode();
        parameters.put("session", session);
        if (lane != null) {
            parameters.put("lane", lane);
        }
        if (call != null) {
            parameters.setAll(parameters(call));
        }
        return message(id).put("method", method).set("params", parameters).toString();
    }

    /** Returns the names of all calls. */
    static Set<String> methods() {
        return CALLS.keySet();
    }

    static String helloRequest(long id) {
        var parameters = MAPPER.createObjectNode().put("protocol", PROTOCOL);
        return message(id).put("method", "hello").set("params", parameters).toString();
    }

    static String reply(long id, JsonNode result) {
        return message(id).set("result", result).toString();
    }

    static String error(@Nullable Long id, int code, String text) {
        var node = MAPPER.createObjectNode().put("jsonrpc", "2.0").put("id", id);
        node.putObject("error").put("code", code).put("message", text);
        return node.toString();
    }

    static JsonNode parse(String line) {
        try {
            var node = MAPPER.readTree(line);
            if (node.isObject()) {
                return node;
            }
            throw new ProtocolException("a message must be a JSON object");
        } catch (JacksonException e) {
            throw new ProtocolException("not JSON: " + firstLine(e), e);
        }
    }

    /** Returns the entries of an object in order; for matching and rendering parameters. */
    public static Map<String, JsonNode> fields(ObjectNode node) {
        var fields = new LinkedHashMap<String, JsonNode>();
        node.properties().forEach(entry -> fields.put(entry.getKey(), entry.getValue()));
        return fields;
    }

    private static ObjectNode message(long id) {
        return MAPPER.createObjectNode().put("jsonrpc", "2.0").put("id", id);
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
