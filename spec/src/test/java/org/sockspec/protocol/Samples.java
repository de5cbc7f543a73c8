package org.sockspec.protocol;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Address;
import org.sockspec.api.Bytes;
import org.sockspec.api.Domain;
import org.sockspec.api.Returned;

/** Makes values of the types that travel: between them they hold every constant and every form there is. */
final class Samples {
    private static final Bytes BYTES = Bytes.of(new byte[] {0, -1, 'x', 'y'});
    private static final Address INET = new Address.Inet("127.0.0.1", 65_535);

    private Samples() {}

    /** Returns values of a type; of a record, each component in turn takes each of its values. */
    static List<Object> of(Type type) {
        if (type instanceof ParameterizedType collection) {
            return collections(collection);
        }
        var raw = (Class<?>) type;
        if (raw == Address.class) {
            return addresses();
        }
        if (raw.isSealed()) {
            return Arrays.stream(raw.getPermittedSubclasses())
                    .flatMap(form -> of(form).stream())
                    .toList();
        }
        if (raw.isRecord()) {
            return records(raw);
        }
        return raw.isEnum() ? List.of(raw.getEnumConstants()) : plain(raw);
    }

    private static List<Object> addresses() {
        var right = Stream.<Address>of(
                INET,
                new Address.Inet6("fe80::1", 0, 2),
                new Address.Inet6("::", 80),
                new Address.UnixPath("/a b"),
                new Address.UnixPath(""),
                new Address.UnixAbstract(BYTES),
                new Address.UnixUnnamed(),
                new Address.Unspec(),
                new Address.Null());
        var wrong = Stream.concat(
                Stream.of(new Address.Malformed(INET, null, -1), new Address.Malformed(new Address.Null(), null, 16)),
                Stream.of(Domain.values()).map(family -> new Address.Malformed(INET, family, null)));
        return Stream.<Object>concat(right, wrong).toList();
    }

    private static List<Object> plain(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return List.of(7, 0, -5, Integer.MAX_VALUE);
        }
        if (type == long.class || type == Long.class) {
            return List.of(7L, 0L, Long.MAX_VALUE);
        }
        if (type == boolean.class) {
            return List.of(true, false);
        }
        return List.of(type == Bytes.class ? BYTES : "EINTR");
    }

    private static List<Object> collections(ParameterizedType type) {
        var items = of(type.getActualTypeArguments()[0]);
        return type.getRawType() == Set.class
                ? List.of(Set.copyOf(items), Set.of())
                : List.of(List.copyOf(items), List.of());
    }

    private static List<Object> records(Class<?> type) {
        var components = type.getRecordComponents();
        var first =
                Stream.of(components).map(component -> values(component).get(0)).toArray();
        var made = new ArrayList<>(List.of(make(type, first)));
        for (int i = 0; i < first.length; i++) {
            for (var value : values(components[i])) {
                var arguments = first.clone();
                arguments[i] = value;
                made.add(make(type, arguments));
            }
        }
        return made;
    }

    private static List<@Nullable Object> values(RecordComponent component) {
        boolean pair = component.getDeclaringRecord() == Returned.class
                && component.getName().equals("fds");
        var values = new ArrayList<@Nullable Object>(pair ? List.of(List.of(3, 4)) : of(component.getGenericType()));
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            values.add(null);
        }
        return values;
    }

    private static Object make(Class<?> type, Object[] arguments) {
        var types = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
