package org.sockspec.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Errno;
import org.sockspec.api.Outcome;
import org.sockspec.api.Returned;
import org.sockspec.engine.Recording.Answer;
import org.sockspec.protocol.Codec;
import org.sockspec.protocol.ProtocolException;

/** All the ways in which one answer could have been a wrong one. */
final class AnswerChanges {
    /** An error that no clause accepts. */
    private static final Errno STRANGE = new Errno("EXDEV");

    /** Calls whose return value is an amount. */
    private static final Set<String> COUNTING = Set.of(
            "send",
            "sendto",
            "sendmsg",
            "write",
            "writev",
            "recv",
            "recvfrom",
            "recvmsg",
            "read",
            "readv",
            "poll",
            "select",
            "send_pattern",
            "recv_pattern");

    private static final String RET = "ret";
    private static final String DATA = "data";

    private final Answer answer;
    private final Map<String, Answer> changes = new LinkedHashMap<>();

    private AnswerChanges(Answer answer) {
        this.answer = answer;
    }

    /** Returns the changed answers, each by what was done to it. */
    static Map<String, Answer> of(Answer answer) {
        return new AnswerChanges(answer).all();
    }

    private Map<String, Answer> all() {
        if (answer.outcome() instanceof Returned) {
            changes.put("fails", answer.giving(Outcome.failed(STRANGE)));
            members();
        } else if (answer.outcome() instanceof Outcome.Failed) {
            changes.put("another errno", answer.giving(Outcome.failed(STRANGE)));
            changes.put("succeeds", answer.giving(Outcome.returned(0)));
        }
        if (!(answer.outcome() instanceof Outcome.StillBlocked)) {
            changes.put("never returns", answer.giving(new Outcome.StillBlocked()));
        }
        if (answer.looks() > 0) {
            changes.put("returns early", answer.after(0));
        }
        return changes;
    }

    private void members() {
        var result = Codec.result(answer.outcome());
        result.forEach((name, value) -> {
            if (name.equals(DATA)) {
                bytes(Base64.getDecoder().decode(String.valueOf(value)));
            } else if (!name.equals(RET) || COUNTING.contains(answer.call().method())) {
                vary(value, (what, other) -> put(name + " " + what, Map.of(name, other)));
            }
        });
    }

    private void bytes(byte[] data) {
        if (data.length > 0) {
            var encoder = Base64.getEncoder();
            var shorter = Arrays.copyOf(data, data.length - 1);
            put("data without its last byte", Map.of(DATA, encoder.encodeToString(shorter), RET, shorter.length));
            var longer = Arrays.copyOf(data, data.length + 1);
            put("data with a byte more", Map.of(DATA, encoder.encodeToString(longer), RET, longer.length));
            data[0] ^= 1;
            put("data with a wrong byte", Map.of(DATA, encoder.encodeToString(data)));
        }
    }

    /** Names the values that could stand in the place of one. */
    private static void vary(@Nullable Object value, BiConsumer<String, Object> found) {
        if (value instanceof Integer || value instanceof Long) {
            long number = ((Number) value).longValue();
            found.accept("one more", number + 1);
            if (number > 0) {
                found.accept("one less", number - 1);
            }
        } else if (value instanceof Boolean flag) {
            found.accept("turned", !flag);
        } else if (value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                int index = i;
                var fewer = new ArrayList<Object>(items);
                fewer.remove(index);
                found.accept("without " + (isSymbol(items.get(index)) ? items.get(index) : "item " + index), fewer);
                if (!isSymbol(items.get(index))) {
                    vary(items.get(index), (what, other) -> {
                        var changed = new ArrayList<Object>(items);
                        changed.set(index, other);
                        found.accept("item " + index + " " + what, changed);
                    });
                }
            }
        } else if (value instanceof Map<?, ?> members) {
            members.forEach((name, member) -> vary(member, (what, other) -> {
                var changed = new LinkedHashMap<Object, Object>(members);
                changed.put(name, other);
                found.accept(name + " " + what, changed);
            }));
        } else if (value instanceof String text) {
            found.accept("another", other(text));
        }
    }

    /** Tells whether it is a name such as POLLIN, one of a set. */
    private static boolean isSymbol(Object item) {
        return item instanceof String text && text.matches("[A-Z][A-Z0-9_]+");
    }

    /** Returns a text of the same kind: an address, a path or a symbol. */
    private static String other(String text) {
        if (text.matches("\\d+\\.\\d+\\.\\d+\\.\\d+")) {
            return "192.0.2.77";
        }
        if (text.contains("::")) {
            return "2001:db8::77";
        }
        return text.startsWith("/") ? text + "x" : "";
    }

    /** Keeps a change that is still an answer of the protocol. */
    private void put(String what, Map<String, ?> changed) {
        var result = Codec.result(answer.outcome());
        result.putAll(changed);
        try {
            var outcome = Codec.outcome(answer.call(), result);
            if (!outcome.equals(answer.outcome())) {
                changes.put(what, answer.giving(outcome));
            }
        } catch (ProtocolException noAnswer) {
            return;
        }
    }
}
