package org.sockspec;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What {@link ArchitectureTest} demands beyond what ArchUnit can say. */
final class ArchitectureConditions {
    static final ArchCondition<JavaClass> BE_IN_A_NULL_MARKED_PACKAGE =
            condition("be in a null-marked package", (type, events) -> {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(
                            type,
                            type.getPackageName() + " has no package-info.java with @NullMarked; add one for "
                                    + type.getSimpleName()));
                }
            });

    static final ArchCondition<JavaCodeUnit> CATCH_NOTHING = condition(
            "have no try and no catch",
            (unit, events) -> unit.getTryCatchBlocks()
                    .forEach(block -> events.add(SimpleConditionEvent.violated(
                            unit, "a try block stands in " + block.getSourceCodeLocation()))));

    /** Looks at the public and protected members of public classes, and at the type arguments in them. */
    static final ArchCondition<JavaClass> EXPOSE_ONLY_TYPES_OF_THE_PROJECT =
            condition("expose types of Java and of the project only", (type, events) -> {
                if (isVisible(type)) {
                    types(type)
                            .flatMap(exposed -> exposed.getAllInvolvedRawTypes().stream())
                            .map(JavaClass::getBaseComponentType)
                            .filter(exposed -> !isOurs(exposed))
                            .distinct()
                            .forEach(exposed -> events.add(SimpleConditionEvent.violated(
                                    type, type.getName() + " shows " + exposed.getName() + " in its signatures")));
                }
            });

    private ArchitectureConditions() {}

    private static Stream<JavaType> types(JavaClass type) {
        var above = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        var members = type.getMembers().stream()
                .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC)
                        || member.getModifiers().contains(JavaModifier.PROTECTED))
                .flatMap(ArchitectureConditions::types);
        return Stream.concat(above, members);
    }

    private static Stream<JavaType> types(JavaMember member) {
        if (member instanceof JavaField field) {
            return Stream.of(field.getType());
        }
        var unit = (JavaCodeUnit) member;
        return Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream());
    }

    private static boolean isVisible(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass()
                        .map(ArchitectureConditions::isVisible)
                        .orElse(true);
    }

    private static boolean isOurs(JavaClass type) {
        return type.isPrimitive()
                || type.getPackageName().startsWith("java.")
                || type.getPackageName().startsWith("org.sockspec.");
    }

    private static <T> ArchCondition<T> condition(String sentence, BiConsumer<T, ConditionEvents> check) {
        return new ArchCondition<>(sentence) {
            @Override
            public void check(T item, ConditionEvents events) {
                check.accept(item, events);
            }
        };
    }
}
