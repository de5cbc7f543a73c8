package org.sockspec.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sockspec.api.Capabilities;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.catalogue.Clause;
import org.sockspec.catalogue.Need;
import org.sockspec.catalogue.Profile;
import org.sockspec.engine.Budgets;
import org.sockspec.engine.Suite;
import org.sockspec.fault.toxiproxy.ProxyFacility;
import org.sockspec.protocol.Codec;
import org.sockspec.report.ClauseInfo;
import org.sockspec.report.EnvironmentInfo;
import org.sockspec.report.ImplementationInfo;
import org.sockspec.report.RunHeader;
import org.sockspec.report.SuiteInfo;

/** Describes a run before it starts. */
final class RunDescription {
    private RunDescription() {}

    /** Makes the first line of a journal. */
    static RunHeader of(Suite suite, RunSettings settings, Plan plan, Instant started) {
        var catalogue = suite.catalogue();
        return new RunHeader(
                new SuiteInfo(Sockspec.version(), catalogue.clauses().size() + " clauses", Codec.PROTOCOL),
                implementation(
                        suite.capabilities(),
                        settings.testee().stream().map(Home::relative).toList()),
                environment(suite.budgets()),
                suite.profile().symbol(),
                settings.baseline() == null
                        ? null
                        : Home.relative(settings.baseline().toString()),
                settings.isWhole(),
                started.truncatedTo(ChronoUnit.MILLIS).toString(),
                plan.clauses().stream()
                        .map(clause -> clause(catalogue, clause, suite.profile()))
                        .toList());
    }

    /** Adds what is known of the fault tools once a run is over. */
    static RunHeader withTools(RunHeader header, Suite suite, Plan plan) {
        if (!plan.needs(Need.FAULT_PROXY)) {
            return header;
        }
        var tools = Map.of(
                "toxiproxy",
                Home.withoutUser(
                        suite.facility(Need.FAULT_PROXY, ProxyFacility.class).origin()));
        var seen = header.environment();
        var environment =
                new EnvironmentInfo(seen.os(), seen.java(), seen.cores(), seen.noiseMs(), seen.timeScale(), tools);
        return new RunHeader(
                header.suite(),
                header.implementation(),
                environment,
                header.profile(),
                header.baseline(),
                header.whole(),
                header.started(),
                header.clauses());
    }

    private static ImplementationInfo implementation(Capabilities capabilities, List<String> command) {
        return new ImplementationInfo(capabilities.name(), capabilities.version(), capabilities.platform(), command);
    }

    private static EnvironmentInfo environment(Budgets budgets) {
        return new EnvironmentInfo(
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                Runtime.getRuntime().availableProcessors(),
                rounded(budgets.noiseMs()),
                rounded(budgets.scale()),
                Map.of());
    }

    private static ClauseInfo clause(Catalogue catalogue, Clause clause, Profile profile) {
        var explained = new LinkedHashMap<String, String>();
        for (var outcome : clause.accepts(profile)) {
            if (Character.isLowerCase(outcome.charAt(0))) {
                explained.put(outcome, catalogue.explain(clause.area(), outcome));
            }
        }
        return new ClauseInfo(
                clause.id(),
                clause.statement().strip(),
                clause.source().references().collect(Collectors.joining("; ")),
                clause.accepts(profile),
                explained);
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
