package org.sockspec;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.sockspec.ArchitectureConditions.BE_IN_A_NULL_MARKED_PACKAGE;
import static org.sockspec.ArchitectureConditions.CATCH_NOTHING;
import static org.sockspec.ArchitectureConditions.EXPOSE_ONLY_TYPES_OF_THE_PROJECT;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sockspec.fault.toxiproxy.ToxicSpec;

/** Holds the rules about who may know whom, and about what a spec may contain. */
class ArchitectureTest {
    private static final String[] SPEC = {"org.sockspec.api..", "org.sockspec.catalogue..", "org.sockspec.protocol.."};
    private static final String[] REFERENCE = {"org.sockspec.reference..", "org.sockspec.helper.."};
    private static final String REPORTS = "org.sockspec.report..";
    private static final String SPECS = "org.sockspec.specs..";

    private static final JavaClasses ALL = new ClassFileImporter().importPackages("org.sockspec");
    private static final JavaClasses PRODUCT = ALL.that(describe(
            "no tests",
            type -> type.getSource()
                    .filter(source -> new ImportOption.DoNotIncludeTests().includes(Location.of(source.getUri())))
                    .isPresent()));

    @Test
    void modulesPointOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("org.sockspec..")
                .layer("spec")
                .definedBy(SPEC)
                .layer("reference-impl")
                .definedBy(REFERENCE)
                .layer("reports")
                .definedBy(REPORTS)
                .layer("conformance-tests")
                .definedBy(JavaClass.Predicates.resideOutsideOfPackages(together(SPEC, REFERENCE, REPORTS)))
                .whereLayer("spec")
                .mayNotAccessAnyLayer()
                .whereLayer("reference-impl")
                .mayOnlyAccessLayers("spec")
                .whereLayer("reports")
                .mayOnlyAccessLayers("spec")
                .check(PRODUCT);
    }

    @Test
    void packagesOfTheTestsPointOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("janitor")
                .definedBy("org.sockspec.janitor..")
                .layer("engine")
                .definedBy("org.sockspec.engine..")
                .layer("fault")
                .definedBy("org.sockspec.fault..")
                .layer("harness")
                .definedBy("org.sockspec.harness..")
                .layer("specs")
                .definedBy(SPECS)
                .layer("runner")
                .definedBy("org.sockspec.runner..")
                .layer("mutants")
                .definedBy("org.sockspec.mutants..")
                .layer("replay")
                .definedBy("org.sockspec.replay..")
                .layer("cli")
                .definedBy("org.sockspec.cli..")
                .whereLayer("janitor")
                .mayNotAccessAnyLayer()
                .whereLayer("engine")
                .mayNotAccessAnyLayer()
                .whereLayer("fault")
                .mayOnlyAccessLayers("engine", "janitor")
                .whereLayer("harness")
                .mayOnlyAccessLayers("engine", "fault", "janitor")
                .whereLayer("specs")
                .mayOnlyAccessLayers("harness", "fault")
                .whereLayer("runner")
                .mayOnlyAccessLayers("engine", "harness")
                .whereLayer("mutants")
                .mayOnlyAccessLayers("engine", "fault", "harness", "janitor", "runner")
                .whereLayer("replay")
                .mayOnlyAccessLayers("engine", "fault", "harness", "janitor", "mutants", "runner")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .check(PRODUCT);
    }

    @Test
    void packagesKnowEachOtherInNoCircle() {
        slices().matching("org.sockspec.(*)..").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void theVocabularyNeedsNothingButJava() {
        classes()
                .that()
                .resideInAPackage("org.sockspec.api..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "org.sockspec.api..")
                .check(PRODUCT);
    }

    @Test
    void theSpecificationShowsNoTypesOfLibraries() {
        classes()
                .that()
                .resideInAnyPackage(SPEC)
                .should(EXPOSE_ONLY_TYPES_OF_THE_PROJECT)
                .check(PRODUCT);
    }

    /** A toxic is a plain value, and no harness type would say more. */
    @Test
    void specsKnowTheHarnessAndTheVocabularyOnly() {
        classes()
                .that()
                .resideInAPackage(SPECS)
                .should()
                .onlyDependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(
                                "java..",
                                "org.assertj..",
                                "org.jspecify..",
                                "org.sockspec.api..",
                                "org.sockspec.harness..",
                                SPECS)
                        .or(JavaClass.Predicates.equivalentTo(ToxicSpec.class)))
                .check(PRODUCT);
    }

    @Test
    void specsKeepNoState() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(SPECS)
                .and()
                .areDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Spec")
                .should()
                .beStatic()
                .andShould()
                .beFinal()
                .check(PRODUCT);
    }

    @Test
    void specsCatchNothing() {
        codeUnits()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(SPECS)
                .should(CATCH_NOTHING)
                .check(PRODUCT);
    }

    @Test
    void nobodySleeps() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(ALL);
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class, int.class)
                .check(ALL);
        noClasses().should().callMethod(TimeUnit.class, "sleep", long.class).check(ALL);
    }

    @Test
    void packagesAreNullMarked() {
        classes().should(BE_IN_A_NULL_MARKED_PACKAGE).check(PRODUCT);
    }

    private static String[] together(String[] some, String[] others, String another) {
        return Stream.concat(Stream.of(some, others).flatMap(Stream::of), Stream.of(another))
                .toArray(String[]::new);
    }
}
