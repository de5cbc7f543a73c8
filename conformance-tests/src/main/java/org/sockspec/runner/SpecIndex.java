package org.sockspec.runner;

import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.harness.Clause;
import org.sockspec.harness.SpecMethod;

/** Which method tests which clause. */
public final class SpecIndex {
    private static final String PACKAGE = "org.sockspec.specs";

    private final Map<String, Method> methods = new LinkedHashMap<>();

    private SpecIndex() {}

    /**
     * Finds all specs on the class path.
     *
     * @throws IllegalStateException when a spec names a clause that is not in the catalogue, or that another one tests
     */
    public static SpecIndex of(Catalogue catalogue) {
        var index = new SpecIndex();
        for (var spec :
                ReflectionSupport.findAllClassesInPackage(PACKAGE, type -> true, name -> name.endsWith("Spec"))) {
            for (var method :
                    AnnotationSupport.findAnnotatedMethods(spec, Clause.class, HierarchyTraversalMode.TOP_DOWN)) {
                SpecMethod.of(method).clauses().forEach(clause -> index.add(catalogue, clause, method));
            }
        }
        return index;
    }

    /** Returns the method that tests a clause, or nothing if none does. */
    public Optional<Method> find(String clause) {
        return Optional.ofNullable(methods.get(clause));
    }

    /** Returns the ids of the clauses that have a test. */
    public Set<String> clauses() {
        return methods.keySet();
    }

    private void add(Catalogue catalogue, String clause, Method method) {
        if (catalogue.find(clause).isEmpty()) {
            throw new IllegalStateException(name(method) + " tests " + clause
                    + ", which is not in the catalogue; nearest: " + String.join(", ", catalogue.nearest(clause, 3)));
        }
        var other = methods.put(clause, method);
        if (other != null) {
            throw new IllegalStateException(clause + " is tested by both " + name(other) + " and " + name(method));
        }
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getName() + "." + method.getName();
    }
}
