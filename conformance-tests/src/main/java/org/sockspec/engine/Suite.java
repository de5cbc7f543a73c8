package org.sockspec.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.sockspec.api.Address;
import org.sockspec.api.Capabilities;
import org.sockspec.api.Domain;
import org.sockspec.catalogue.CaseId;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.catalogue.Clause;
import org.sockspec.catalogue.Need;
import org.sockspec.catalogue.Profile;

/** One run of the suite against one implementation: everything its cases share. */
public final class Suite implements AutoCloseable {
    private final Catalogue catalogue;
    private final Profile profile;
    private final Baseline baseline;
    private final Budgets budgets;
    private final Cast cast;
    private final CaseFolders folders;
    private final Map<Need, Facility> facilities;
    private final Helpers helpers;
    private final Recorder recorder;
    private final Runnable afterwards;
    private final Leases leases;
    private final Semaphore turns = new Semaphore(2 * Runtime.getRuntime().availableProcessors());
    private volatile boolean cancelled;

    /**
     * Puts a run together.
     *
     * @param facilities what meets the needs that a machine may leave unmet
     * @param afterwards what is done when the suite is closed, such as ending what meets the needs
     */
    public Suite(
            Catalogue catalogue,
            Profile profile,
            Baseline baseline,
            Budgets budgets,
            Cast cast,
            CaseFolders folders,
            Leases leases,
            Map<Need, Facility> facilities,
            Helpers helpers,
            Recorder recorder,
            Runnable afterwards) {
        this.catalogue = catalogue;
        this.profile = profile;
        this.baseline = baseline;
        this.budgets = budgets;
        this.cast = cast;
        this.folders = folders;
        this.leases = leases;
        this.facilities = facilities;
        this.helpers = helpers;
        this.recorder = recorder;
        this.afterwards = afterwards;
    }

    /** Returns which hosts the implementation plays. */
    public Cast cast() {
        return cast;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public Profile profile() {
        return profile;
    }

    /** Returns the known deviations of the implementation where it runs now. */
    public Baseline baseline() {
        return baseline.about(capabilities());
    }

    public Budgets budgets() {
        return budgets;
    }

    public Helpers helpers() {
        return helpers;
    }

    public Recorder recorder() {
        return recorder;
    }

    /** Returns what a case must acquire that needs testees to itself. */
    Semaphore turns() {
        return turns;
    }

    public Leases leases() {
        return leases;
    }

    public CaseFolders folders() {
        return folders;
    }

    /** Returns what the implementation says of itself. */
    public Capabilities capabilities() {
        return cast.implementation().capabilities();
    }

    /** Returns why this machine cannot run a clause, or nothing if it can. */
    public Optional<String> missing(Clause clause) {
        return facilities(clause)
                .flatMap(facility -> facility.missing().stream())
                .findFirst();
    }

    /** Ends a case before it starts when the implementation or this machine does not have what it needs. */
    public void requireSupport(Clause clause, CaseId id) {
        var capabilities = capabilities();
        for (var need : clause.needs()) {
            if (capabilities.isLacking(need.symbol())) {
                throw new Verdicts.Unsupported(
                        "the testee declares that it lacks " + need.symbol() + ": " + need.description());
            }
        }
        if (!capabilities.domains().contains(id.domain())) {
            throw new Verdicts.Unsupported("the testee does not declare " + id.domain());
        }
        if (!capabilities.types().contains(id.type())) {
            throw new Verdicts.Unsupported("the testee does not declare " + id.type());
        }
        missing(clause).ifPresent(reason -> {
            throw new Verdicts.NotRun(reason);
        });
    }

    /** Returns what meets a need. */
    public <F extends Facility> F facility(Need need, Class<F> type) {
        return type.cast(facilities.get(need));
    }

    /** Ends all cases under way: their calls come back as if the testees had died, and nothing more is recorded. */
    public void cancel() {
        cancelled = true;
        cast.close();
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /** Takes a place beside the other hosts of the case, where it can: some testees reach no other process. */
    TesteePool.Place place(Clause clause, String host, boolean alone, Collection<HostSession> others) {
        return first(Homes.class, clause)
                .map(homes -> homes.place(host, alone))
                .or(() -> placeBeside(host, alone, others))
                .orElseGet(() -> cast.pool(host).place(alone));
    }

    private Optional<TesteePool.Place> placeBeside(String host, boolean alone, Collection<HostSession> others) {
        return others.stream()
                .filter(other -> other.alone() == alone && cast.pool(other.name()) == cast.pool(host))
                .flatMap(other -> other.placeBeside().stream())
                .findFirst();
    }

    Optional<Places> places(Clause clause) {
        return first(Places.class, clause);
    }

    /** Returns what serves a clause. Where the hosts are in namespaces, these are what the privilege is for. */
    private Stream<Facility> facilities(Clause clause) {
        return clause.needs().stream()
                .filter(need -> need != Need.ROOT || !clause.needs().contains(Need.NETNS))
                .flatMap(need -> Optional.ofNullable(facilities.get(need)).stream());
    }

    private <F extends Facility> Optional<F> first(Class<F> type, Clause clause) {
        return facilities(clause).filter(type::isInstance).map(type::cast).findFirst();
    }

    /** A facility whose hosts live in testees of its own. */
    public interface Homes extends Facility {
        TesteePool.Place place(String host, boolean alone);

        /** Makes pools of testees. */
        @FunctionalInterface
        interface Pools {
            /** Makes the pool of a host; each of its testees is started by a command line that {@code wrap} returns. */
            TesteePool of(String host, UnaryOperator<List<String>> wrap);
        }
    }

    /** A facility whose hosts also have addresses of their own. */
    public interface Places extends Homes {
        /** Returns the address of a host there. */
        Address address(String host, Domain domain, int port);
    }

    @Override
    public void close() {
        cast.close();
        afterwards.run();
    }
}
