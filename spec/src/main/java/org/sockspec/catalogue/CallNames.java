package org.sockspec.catalogue;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.sockspec.api.Call;

/** Knows the names and parameters of the calls, as {@link Call} declares them. */
final class CallNames {
    static final Map<String, List<RecordComponent>> ALL = all();

    private CallNames() {}

    private static Map<String, List<RecordComponent>> all() {
        var calls = new TreeMap<String, List<RecordComponent>>();
        Call.kinds().forEach(call -> calls.put(Call.methodOf(call), List.of(call.getRecordComponents())));
        return calls;
    }

    /** Returns the shape of parameters that all these calls have. */
    static Shape parameters(Collection<String> calls) {
        var shape = new Shape();
        var first = parametersOf(calls.iterator().next());
        first.stream()
                .filter(parameter -> calls.stream().allMatch(call -> names(call).contains(parameter.getName())))
                .forEach(parameter -> shape.optional(parameter.getName(), kind(parameter)));
        return shape;
    }

    private static List<RecordComponent> parametersOf(String call) {
        return Objects.requireNonNull(ALL.get(call), call);
    }

    private static List<String> names(String call) {
        return parametersOf(call).stream().map(RecordComponent::getName).toList();
    }

    private static Kind kind(RecordComponent parameter) {
        var type = parameter.getType();
        if (type.isEnum()) {
            return constant(type);
        }
        if (Collection.class.isAssignableFrom(type)) {
            return parameter.getGenericType() instanceof ParameterizedType list
                            && list.getActualTypeArguments()[0] instanceof Class<?> item
                            && item.isEnum()
                    ? Kind.listOf(constant(item))
                    : Kind.list();
        }
        if (type == int.class || type == long.class) {
            return Kind.number(Integer.MIN_VALUE);
        }
        return type == boolean.class ? Kind.flag() : Kind.any();
    }

    private static Kind constant(Class<?> type) {
        return Kind.oneOf(
                Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
    }
}
