package org.sockspec.helper;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sockspec.api.Outcome;
import org.sockspec.api.SocketApi;

/** Another implementation that keeps the calls it was asked for, and whose answers can be replaced. */
final class RecordingApi {
    final SocketApi api;
    final List<String> calls = new ArrayList<>();
    private final List<List<Object>> arguments = new ArrayList<>();
    private final Map<String, Function<Supplier<Outcome>, Outcome>> answers = new HashMap<>();

    RecordingApi(SocketApi target) {
        api = (SocketApi) Proxy.newProxyInstance(
                SocketApi.class.getClassLoader(),
                new Class<?>[] {SocketApi.class},
                (proxy, method, values) -> answer(target, method, values));
    }

    private Outcome answer(SocketApi target, Method method, Object[] values) {
        calls.add(method.getName());
        arguments.add(List.of(values));
        return answers.getOrDefault(method.getName(), Supplier::get).apply(() -> call(target, method, values));
    }

    private static Outcome call(SocketApi target, Method method, Object[] values) {
        try {
            return (Outcome) method.invoke(target, values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(method + " of the other implementation threw", e);
        }
    }

    /** Gives another answer to a call; what the other implementation would say can be asked for, or not. */
    void answer(String call, Function<Supplier<Outcome>, Outcome> answer) {
        answers.put(call, answer);
    }

    long count(String call) {
        return calls.stream().filter(call::equals).count();
    }

    /** Returns one argument of every call of this name. */
    List<Object> argument(String call, int index) {
        var values = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).equals(call)) {
                values.add(arguments.get(i).get(index));
            }
        }
        return values;
    }
}
