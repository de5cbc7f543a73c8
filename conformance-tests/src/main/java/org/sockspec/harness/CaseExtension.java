package org.sockspec.harness;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;
import org.sockspec.catalogue.CaseId;
import org.sockspec.catalogue.Need;
import org.sockspec.engine.CaseReport;
import org.sockspec.engine.CaseRun;
import org.sockspec.engine.Company;
import org.sockspec.engine.Judge;
import org.sockspec.engine.Suite;

/** Runs one case: gives the method its fixtures, judges how it ended, and records that. */
final class CaseExtension implements ParameterResolver, InvocationInterceptor {
    private final Suite suite;
    private final Method method;
    private final CaseId id;
    private CaseRun run;

    CaseExtension(Suite suite, Method method, CaseId id) {
        this.suite = suite;
        this.method = method;
        this.id = id;
        this.run = newRun(company());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return true;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Fixtures.resolve(parameter.getParameter(), run);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        var judge = new Judge(suite, run);
        var report = judge.judge(() -> {
            suite.requireSupport(run.clause(), id);
            openHosts();
            invocation.proceed();
        });
        if (judge.lostTesteeInCompany()) {
            run = newRun(Company.NONE);
            judge = new Judge(suite, run);
            report = judge.judge(() -> {
                openHosts();
                Rehearsal.invoke(method, run);
            });
        }
        if (suite.isCancelled()) {
            throw new TestAbortedException("interrupted");
        }
        suite.recorder().finished(report);
        conclude(report, judge);
    }

    private static void conclude(CaseReport report, Judge judge) throws Throwable {
        if (report.isKnownDeviation()) {
            throw new TestAbortedException(
                    "known deviation: " + report.baseline().reason());
        }
        if (judge.trouble() != null) {
            throw judge.trouble();
        }
    }

    /** Starts what has to be started before the first call, so that no call waits for it. */
    private void openHosts() {
        Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.getType() == Host.class)
                .forEach(parameter -> run.host(parameter.getName()));
    }

    private Company company() {
        var needs = suite.catalogue().get(id.clause()).needs();
        if (method.isAnnotationPresent(OwnProcess.class)
                || needs.contains(Need.FD_LIMIT)
                || needs.contains(Need.DESCRIPTOR_NUMBERS)) {
            return Company.NONE;
        }
        return needs.contains(Need.SECOND_PROCESS) || needs.contains(Need.SIGNALS)
                ? Company.ALL_BUT_SERVER
                : Company.ALL;
    }

    private CaseRun newRun(Company company) {
        return new CaseRun(suite, suite.catalogue().get(id.clause()), id, company);
    }
}
