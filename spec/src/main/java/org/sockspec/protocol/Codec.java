package org.sockspec.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Argument;
import org.sockspec.api.Call;
import org.sockspec.api.Capabilities;
import org.sockspec.api.Errno;
import org.sockspec.api.Outcome;
import org.sockspec.api.Returned;

/**
 * Turns calls and outcomes into the messages of the testee protocol and back. Between text and records stand plain
 * values: maps of member names to maps, lists, strings, numbers and booleans.
 */
public final class Codec {
    /** Version of the protocol that this code speaks. */
    public static final String PROTOCOL = "1";

    /** The question whether a lane has begun; a testee that can answer it names it among its calls. */
    public static final String BEGUN = "begun";

    private static final Set<String> LEVELS = Set.of("call", "binding");
    private static final Form ARGUMENTS = Forms.listOf(Argument.class);
    private static final Pattern ERRNO = Pattern.compile("E[A-Z0-9_]+");

    private static final Map<String, Class<? extends Call>> CALLS =
            Call.kinds().collect(Collectors.toUnmodifiableMap(Call::methodOf, Function.identity()));

    private Codec() {}

    /** Returns the parameters of a call by name, as they stand in a message. */
    public static Map<String, @Nullable Object> parameters(Call call) {
        return form(call.getClass()).write(call);
    }

    /** Reads a call; fails with a {@link ProtocolException} that names what is wrong with it. */
    public static Call call(String method, Map<String, ?> parameters) {
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
    public static Map<String, @Nullable Object> result(Outcome outcome) {
        var result = new LinkedHashMap<String, @Nullable Object>();
        if (outcome instanceof Outcome.Failed failed) {
            result.put("ret", -1);
            result.put("errno", failed.errno().name());
            if (failed.arguments() != null) {
                result.put("arguments", ARGUMENTS.write(failed.arguments()));
            }
        } else if (outcome instanceof Returned returned) {
            result.put("ret", returned.value());
            result.putAll(form(Returned.class).write(returned));
            result.remove("value");
        } else {
            throw new IllegalArgumentException("not a result: " + outcome);
        }
        return result;
    }

    /**
     * Reads the result of a call.
     *
     * @throws ProtocolException if it is malformed, or if the bytes are not as many as the return value says
     */
    public static Outcome outcome(Call call, @Nullable Object result) {
        var outcome = outcome(result);
        if (call instanceof Call.Receiving receiving
                && outcome instanceof Returned returned
                && returned.data() != null
                && returned.data().length() != Math.min(returned.value(), receiving.room())) {
            throw new ProtocolException("where %s into %d bytes gives 'ret' %d, 'data' must not have %d bytes"
                    .formatted(
                            call.method(),
                            receiving.room(),
                            returned.value(),
                            returned.data().length()));
        }
        return outcome;
    }

    static Outcome outcome(@Nullable Object result) {
        if (!(result instanceof Map<?, ?> members) || !isInteger(members.get("ret"))) {
            throw new ProtocolException("a result must be an object with an integer 'ret'");
        }
        if (members.containsKey("errno") || members.get("ret") instanceof Integer ret && ret == -1) {
            return failure(members);
        }
        var fields = new LinkedHashMap<String, @Nullable Object>();
        members.forEach((name, value) -> fields.put(name.equals("ret") ? "value" : (String) name, value));
        return record(fields, Returned.class, "malformed result");
    }

    /** Returns an object as it stands in a message. */
    public static String text(Map<String, ?> object) {
        return Json.write(object);
    }

    private static Outcome failure(Map<?, ?> result) {
        if (!(result.get("errno") instanceof String errno)
                || !ERRNO.matcher(errno).matches()) {
            throw new ProtocolException("where 'ret' is -1, 'errno' must be a name such as \"ECONNREFUSED\"");
        }
        var left = result.get("arguments");
        if (!Integer.valueOf(-1).equals(result.get("ret")) || result.size() > (left == null ? 2 : 3)) {
            throw new ProtocolException("where there is an 'errno', 'ret' must be -1 and nothing else may be there");
        }
        return new Outcome.Failed(new Errno(errno), left == null ? null : arguments(left));
    }

    @SuppressWarnings("unchecked")
    private static List<Argument> arguments(Object plain) {
        return (List<Argument>) ARGUMENTS.read(plain, "arguments");
    }

    static Map<String, @Nullable Object> hello(Capabilities capabilities) {
        var result = new LinkedHashMap<String, @Nullable Object>();
        result.put("protocol", PROTOCOL);
        result.putAll(form(Capabilities.class).write(capabilities));
        return result;
    }

    static Capabilities capabilities(@Nullable Object hello) {
        if (!(hello instanceof Map<?, ?> members) || !members.containsKey("protocol")) {
            throw new ProtocolException("malformed answer to hello: 'protocol' is missing");
        }
        if (!PROTOCOL.equals(members.get("protocol"))) {
            throw new ProtocolException("the testee speaks protocol version " + Json.excerpt(members.get("protocol"))
                    + ", not \"" + PROTOCOL + "\"");
        }
        var fields = new LinkedHashMap<String, @Nullable Object>();
        members.forEach((name, value) -> fields.put((String) name, value));
        fields.keySet().retainAll(form(Capabilities.class).names());
        var capabilities = record(fields, Capabilities.class, "malformed answer to hello");
        if (capabilities.sessions() < 1) {
            throw new ProtocolException("malformed answer to hello: 'sessions' must be 1 or more");
        }
        var level = capabilities.level();
        if (level != null && !LEVELS.contains(level)) {
            throw new ProtocolException("malformed answer to hello: 'level' must be \"call\" or \"binding\"");
        }
        return capabilities;
    }

    /** Reads how many lanes the end of a session could not free. */
    static int stuck(@Nullable Object result) {
        if (result instanceof Map<?, ?> members && members.get("stuck") instanceof Integer stuck && stuck >= 0) {
            return stuck;
        }
        throw new ProtocolException("malformed answer to end_session: 'stuck' must be a count of lanes");
    }

    static long idOfRequest(Map<String, ?> request) {
        if (isInteger(request.get("id"))) {
            return ((Number) request.get("id")).longValue();
        }
        throw new ProtocolException("a request must have an integer id");
    }

    static long idOfReply(Map<String, ?> reply) {
        if (isInteger(reply.get("id"))) {
            return ((Number) reply.get("id")).longValue();
        }
        throw new ProtocolException(
                reply.get("error") instanceof Map<?, ?> error && error.containsKey("message")
                        ? "refused a request: " + error.get("message")
                        : "a reply must have the integer id of its request");
    }

    private static boolean isInteger(@Nullable Object value) {
        return value instanceof Integer || value instanceof Long;
    }

    private static RecordForm form(Class<?> type) {
        return (RecordForm) Forms.of(type);
    }

    private static <T> T record(Map<String, ?> fields, Class<T> type, String what) {
        try {
            return type.cast(form(type).read(fields, ""));
        } catch (ProtocolException e) {
            throw new ProtocolException(what + ": " + e.getMessage(), e);
        }
    }

    static String request(long id, String method, String session, @Nullable String lane, @Nullable Call call) {
        var parameters = new LinkedHashMap<String, @Nullable Object>();
        parameters.put("session", session);
        if (lane != null) {
            parameters.put("lane", lane);
        }
        if (call != null) {
            parameters.putAll(parameters(call));
        }
        return request(id, method, parameters);
    }

    /** Returns the names of all calls. */
    static Set<String> methods() {
        return CALLS.keySet();
    }

    static String helloRequest(long id) {
        return request(id, "hello", Map.of("protocol", PROTOCOL));
    }

    static String reply(long id, Map<String, ?> result) {
        var message = message(id);
        message.put("result", result);
        return text(message);
    }

    static String error(@Nullable Long id, int code, String text) {
        var message = message(id);
        var error = new LinkedHashMap<String, Object>();
        error.put("code", code);
        error.put("message", text);
        message.put("error", error);
        return text(message);
    }

    /** Reads a JSON object, such as the parameters of a call or an answer. */
    public static Map<String, @Nullable Object> parse(String line) {
        return Json.read(line);
    }

    private static String request(long id, String method, Map<String, ?> parameters) {
        var message = message(id);
        message.put("method", method);
        message.put("params", parameters);
        return text(message);
    }

    private static Map<String, @Nullable Object> message(@Nullable Long id) {
        var message = new LinkedHashMap<String, @Nullable Object>();
        message.put("jsonrpc", "2.0");
        message.put("id", id);
        return message;
    }
}
