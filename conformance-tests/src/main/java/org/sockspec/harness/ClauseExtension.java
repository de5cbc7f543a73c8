package org.sockspec.harness;

import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.sockspec.catalogue.CaseId;
import org.sockspec.engine.Suite;

/** Turns a spec method into its cases: every clause it tests, in every domain and type of the clause. */
public final class ClauseExtension implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return context.getTestMethod()
                .map(method -> method.isAnnotationPresent(Clause.class))
                .orElse(false);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        var suite = Session.suite(context);
        var selection = Session.selection(context);
        var method = context.getRequiredTestMethod();
        return SpecMethod.of(method).clauses().stream()
                .flatMap(clause -> suite.catalogue().get(clause).cases().stream())
                .filter(selection.cases())
                .sorted(Comparator.comparingInt(
                        id -> -Weight.of(suite.catalogue().get(id.clause()))))
                .flatMap(id -> Collections.nCopies(selection.copies(), id).stream())
                .map(id -> invocation(suite, method, id));
    }

    private static TestTemplateInvocationContext invocation(Suite suite, Method method, CaseId id) {
        return new TestTemplateInvocationContext() {
            @Override
            public String getDisplayName(int index) {
                return id.toString();
            }

            @Override
            public List<Extension> getAdditionalExtensions() {
                return List.of(new CaseExtension(suite, method, id));
            }
        };
    }
}
