package org.sockspec.cli;

import java.util.List;
import java.util.Map;
import org.sockspec.report.CaseResult;
import org.sockspec.report.EnvironmentInfo;
import org.sockspec.report.ImplementationInfo;
import org.sockspec.report.Run;
import org.sockspec.report.SuiteInfo;

/** Runs that tests make up. */
final class Runs {
    private Runs() {}

    static Run of(boolean whole, boolean interrupted, CaseResult... cases) {
        return new Run(
                new SuiteInfo("1", "1", "1"),
                new ImplementationInfo("stack", "6", "amd64", List.of()),
                new EnvironmentInfo("Linux", "17", 2, 0, 1, Map.of()),
                "posix",
                null,
                whole,
                "2026-01-01T00:00:00Z",
                1,
                interrupted,
                List.of(),
                List.of(cases));
    }
}
