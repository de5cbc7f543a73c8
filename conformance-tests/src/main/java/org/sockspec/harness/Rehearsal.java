package org.sockspec.harness;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.sockspec.engine.CaseReport;
import org.sockspec.engine.CaseRun;
import org.sockspec.engine.Judge;
import org.sockspec.engine.Recording;
import org.sockspec.engine.Suite;

/** Judges a case by what was recorded of it: no testee, no network and no waiting. */
public final class Rehearsal {
    private Rehearsal() {}

    /**
     * Has the test of a case judge a recording.
     *
     * @param suite one whose testees nobody calls
     * @throws Recording.Departure if the test makes another call than is recorded
     */
    public static CaseReport of(Suite suite, Method test, Recording recording) {
        var run = new CaseRun(suite, suite.catalogue().get(recording.id().clause()), recording);
        var judge = new Judge(suite, run);
        var report = judge.judge(() -> invoke(test, run));
        if (judge.trouble() != null && judge.trouble().getCause() instanceof Recording.Departure departure) {
            throw departure;
        }
        return report;
    }

    /** Calls a test with fixtures of its own. */
    static void invoke(Method test, CaseRun run) throws Throwable {
        var arguments = Arrays.stream(test.getParameters())
                .map(parameter -> Fixtures.resolve(parameter, run))
                .toArray();
        try {
            test.setAccessible(true);
            var constructor = test.getDeclaringClass().getDeclaredConstructor();
            constructor.setAccessible(true);
            test.invoke(constructor.newInstance(), arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
