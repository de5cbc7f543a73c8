package org.sockspec.harness;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/**
 * A method that tests clauses.
 *
 * @param clauses their ids
 * @param table the rows that go with them, where the clauses differ by data only
 */
public record SpecMethod(Method method, List<String> clauses, Optional<Table<?>> table) {

    /** Reads the {@link Clause} annotation of a method. */
    public static SpecMethod of(Method method) {
        var annotation = method.getAnnotation(Clause.class);
        if (annotation.rows().isEmpty()) {
            return new SpecMethod(method, List.of(annotation.value()), Optional.empty());
        }
        var table = table(method.getDeclaringClass(), annotation.rows());
        return new SpecMethod(method, List.copyOf(table.clauses()), Optional.of(table));
    }

    private static Table<?> table(Class<?> spec, String name) {
        try {
            var field = spec.getDeclaredField(name);
            field.setAccessible(true);
            return (Table<?>) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(spec.getName() + " has no static field " + name + " with rows", e);
        }
    }
}
