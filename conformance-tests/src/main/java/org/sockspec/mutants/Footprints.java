package org.sockspec.mutants;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sockspec.api.Call;
import org.sockspec.catalogue.CaseId;
import org.sockspec.catalogue.Mutant;
import org.sockspec.catalogue.Rule;
import org.sockspec.engine.CaseReport;
import org.sockspec.engine.Exchange;

/**
 * Tells which cases a mutant can show in. A mutant is the reference but for the calls that its rules match, so a case
 * in whose transcript no rule matches a call goes as it went without the mutant.
 */
final class Footprints {
    /** The calls that a testee carries out by many others. */
    private static final Map<Class<? extends Call>, String> COMPOSITE =
            Map.of(Call.SendPattern.class, "send", Call.RecvPattern.class, "recv");

    private final Collection<CaseReport> transcripts;

    /**
     * Keeps what the cases did.
     *
     * @param transcripts what the reference did
     */
    Footprints(Collection<CaseReport> transcripts) {
        this.transcripts = transcripts;
    }

    /** Returns the cases in which a rule of the mutant matches a call. */
    List<CaseId> of(Mutant mutant) {
        return transcripts.stream()
                .filter(report -> matches(mutant.rules(), report.run().exchanges()))
                .map(report -> report.run().id())
                .toList();
    }

    private static boolean matches(List<Rule> rules, List<Exchange> exchanges) {
        var hosts = new HashMap<String, Host>();
        return exchanges.stream()
                .anyMatch(exchange -> hosts.computeIfAbsent(exchange.host(), name -> new Host(rules))
                        .matches(exchange));
    }

    /** What a mutant knows of one session. */
    private static final class Host {
        private final Descriptors descriptors = new Descriptors();
        private final List<Rule> rules;
        private final Matcher matcher;

        Host(List<Rule> rules) {
            this.rules = rules;
            this.matcher = new Matcher(rules, descriptors);
        }

        boolean matches(Exchange exchange) {
            var call = exchange.call();
            var outcome = exchange.now();
            var composite = COMPOSITE.get(call.getClass());
            boolean matches = composite != null
                            && rules.stream().anyMatch(rule -> rule.on().contains(composite))
                    || matcher.match(call)
                            .filter(rule -> !rule.callsFirst() || matcher.holds(rule, outcome))
                            .isPresent();
            descriptors.follow(call, outcome);
            return matches;
        }
    }
}
