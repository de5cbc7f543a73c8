package org.sockspec.runner;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.harness.Clause;
import org.sockspec.harness.SpecMethod;

/** Looks for the specs among the classes. */
final class SpecScan {
    private static final String PACKAGE = "org.sockspec.specs";

    private final Catalogue catalogue;
    private final Map<String, SpecIndex.Spec> specs = new LinkedHashMap<>();

    private SpecScan(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static Map<String, SpecIndex.Spec> specs(Catalogue catalogue) {
        var scan = new SpecScan(catalogue);
        for (var spec :
                ReflectionSupport.findAllClassesInPackage(PACKAGE, type -> true, name -> name.endsWith("Spec"))) {
            for (var method :
                    AnnotationSupport.findAnnotatedMethods(spec, Clause.class, HierarchyTraversalMode.TOP_DOWN)) {
                var found = new SpecIndex.Spec(spec.getName(), method.getName());
                if (scan.specs.containsValue(found)) {
                    throw new IllegalStateException("two methods with clauses are called " + found);
                }
                SpecMethod.of(method).clauses().forEach(clause -> scan.add(clause, found));
            }
        }
        return scan.specs;
    }

    private void add(String clause, SpecIndex.Spec spec) {
        if (catalogue.find(clause).isEmpty()) {
            throw new IllegalStateException(spec + " tests " + clause + ", which is not in the catalogue; nearest: "
                    + String.join(", ", catalogue.nearest(clause, 3)));
        }
        var other = specs.put(clause, spec);
        if (other != null) {
            throw new IllegalStateException(clause + " is tested by both " + spec + " and " + other);
        }
    }
}
