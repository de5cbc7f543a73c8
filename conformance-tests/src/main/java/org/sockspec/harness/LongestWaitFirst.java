package org.sockspec.harness;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.sockspec.catalogue.Catalogue;

/**
 * Starts what waits longest first, so that a run takes as long as its longest wait and not longer.
 */
public final class LongestWaitFirst {
    private LongestWaitFirst() {}

    /** Orders classes by their longest wait. */
    public static final class Classes implements ClassOrderer {
        @Override
        public void orderClasses(ClassOrdererContext context) {
            context.getClassDescriptors()
                    .sort(Comparator.comparingInt((ClassDescriptor spec) -> -weight(spec.getTestClass())));
        }
    }

    /** Orders methods by their longest wait. */
    public static final class Methods implements MethodOrderer {
        @Override
        public void orderMethods(MethodOrdererContext context) {
            context.getMethodDescriptors()
                    .sort(Comparator.comparingInt((MethodDescriptor method) -> -weight(method.getMethod())));
        }

        @Override
        public Optional<ExecutionMode> getDefaultExecutionMode() {
            return Optional.empty();
        }
    }

    private static int weight(Class<?> spec) {
        return Arrays.stream(spec.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Clause.class))
                .mapToInt(LongestWaitFirst::weight)
                .max()
                .orElse(0);
    }

    private static int weight(Method method) {
        var catalogue = Catalogue.own();
        return SpecMethod.of(method).clauses().stream()
                .flatMap(clause -> catalogue.find(clause).stream())
                .mapToInt(Weight::of)
                .max()
                .orElse(0);
    }
}
