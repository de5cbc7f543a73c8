package org.sockspec.protocol;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A record travels as an object with its components as members; one that is null is left out. */
final class RecordForm implements Form {
    private final List<Component> components;
    private final Set<String> names;
    private final Constructor<?> constructor;

    private record Component(String name, Form form, boolean required, Method accessor) {}

    RecordForm(Class<?> type) {
        var all = type.getRecordComponents();
        components = Stream.of(all).map(RecordForm::component).toList();
        names = components.stream().map(Component::name).collect(Collectors.toUnmodifiableSet());
        try {
            constructor = type.getDeclaredConstructor(
                    Stream.of(all).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
        constructor.setAccessible(true);
    }

    private static Component component(RecordComponent component) {
        component.getAccessor().setAccessible(true);
        return new Component(
                component.getName(),
                Forms.of(component.getGenericType()),
                !component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                component.getAccessor());
    }

    Set<String> names() {
        return names;
    }

    @Override
    public Map<String, @Nullable Object> write(Object value) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        for (var component : components) {
            var member = call(() -> component.accessor.invoke(value));
            if (member != null) {
                object.put(component.name, component.form.write(member));
            }
        }
        return object;
    }

    @Override
    public Object read(Object plain, String where) {
        return read(Members.of(plain, where).only(names));
    }

    Object read(Members members) {
        var arguments = new ArrayList<@Nullable Object>(components.size());
        for (var component : components) {
            arguments.add(
                    component.required || members.has(component.name)
                            ? members.get(component.name, component.form)
                            : null);
        }
        return call(() -> constructor.newInstance(arguments.toArray()));
    }

    @FunctionalInterface
    private interface Reflected {
        @Nullable Object call() throws ReflectiveOperationException;
    }

    private static Object call(Reflected reflected) {
        try {
            return reflected.call();
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
