package org.sockspec.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Domain;
import org.sockspec.api.SocketType;

/**
 * States one observable behaviour of the sockets API.
 *
 * @param id permanent dotted name, beginning with the area
 * @param level how binding it is in its profile
 * @param profile the profile it belongs to
 * @param statement one sentence that stands alone
 * @param domains the domains of its cases
 * @param types the types of its cases
 * @param accepts the outcomes a conforming implementation may show
 * @param deviation whether Linux differs from POSIX here
 * @param linuxAccepts the outcomes that replace {@code accepts} in the linux profile; empty when they do not differ
 * @param needs what a run must have besides two hosts
 * @param source where it comes from
 * @param lowConfidence whether it rests on memory of the standard's text
 * @param linux what a Linux kernel did when probed, or why it was not probed
 * @param differs what other implementations were seen or documented to do, or null
 * @param check how a test proves it, and what makes it fail
 * @param mutants the ways to break exactly this behaviour
 */
public record Clause(
        String id,
        Level level,
        Profile profile,
        String statement,
        List<Domain> domains,
        List<SocketType> types,
        List<String> accepts,
        boolean deviation,
        List<String> linuxAccepts,
        Set<Need> needs,
        Source source,
        boolean lowConfidence,
        String linux,
        @Nullable String differs,
        String check,
        List<Mutant> mutants) {

    /** Returns the first part of the id. */
    public String area() {
        return id.substring(0, id.indexOf('.'));
    }

    /**
     * Returns the pairs of domain and type that exist: seqpacket only over unix, unless the clause is about seqpacket
     * alone.
     */
    public List<CaseId> cases() {
        var cases = new ArrayList<CaseId>();
        for (var domain : domains) {
            for (var type : types) {
                if (exists(domain, type)) {
                    cases.add(new CaseId(id, domain, type));
                }
            }
        }
        return List.copyOf(cases);
    }

    private boolean exists(Domain domain, SocketType type) {
        return type != SocketType.SOCK_SEQPACKET || domain == Domain.AF_UNIX || types.size() == 1;
    }

    /** Returns the outcomes that are accepted in a profile. */
    public List<String> accepts(Profile p) {
        return p == Profile.LINUX && !linuxAccepts.isEmpty() ? linuxAccepts : accepts;
    }

    /** Returns why no run can test it, or nothing if one can. */
    public Optional<String> untestable() {
        return needs.stream()
                .filter(Need::isNeverMet)
                .findFirst()
                .map(need -> "needs " + need.symbol() + ": " + need.description());
    }
}
