package org.sockspec.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Call;
import org.sockspec.api.Domain;
import org.sockspec.api.Outcome;
import org.sockspec.api.SocketType;
import org.sockspec.catalogue.CaseId;
import org.sockspec.catalogue.Clause;
import org.sockspec.protocol.Testee;

/** The world of one case while it runs: its hosts, addresses and transcript, and what it has observed. */
public final class CaseRun {
    /** More than any case needs; one that waits for a change in a loop ends here if it never comes. */
    private static final int MOST_CALLS = 5_000;

    private final Suite suite;
    private final Clause clause;
    private final CaseId id;
    private final Company company;
    private final Map<String, HostSession> hosts = new LinkedHashMap<>();
    private final List<Exchange> exchanges = Collections.synchronizedList(new ArrayList<>());
    private final Loans loans = new Loans(this);
    private final List<Runnable> endings = new ArrayList<>();
    private long started = System.nanoTime();
    private final @Nullable Recording recording;
    private final List<Object> learnt = new ArrayList<>();
    private boolean ending;
    private final Set<Testee> lost = new HashSet<>();
    private @Nullable String observed;

    /**
     * Prepares a case.
     *
     * @param company which of its hosts do not get a testee to themselves
     */
    public CaseRun(Suite suite, Clause clause, CaseId id, Company company) {
        this(suite, clause, id, company, null);
    }

    /** Prepares a case that gets what an earlier run of it got, and talks to nobody. */
    public CaseRun(Suite suite, Clause clause, Recording recording) {
        this(suite, clause, recording.id(), Company.ALL, recording);
    }

    private CaseRun(Suite suite, Clause clause, CaseId id, Company company, @Nullable Recording recording) {
        this.recording = recording;
        this.suite = suite;
        this.clause = clause;
        this.id = id;
        this.company = company;
    }

    public Suite suite() {
        return suite;
    }

    public Clause clause() {
        return clause;
    }

    public CaseId id() {
        return id;
    }

    public Domain domain() {
        return id.domain();
    }

    public SocketType type() {
        return id.type();
    }

    public long started() {
        return started;
    }

    /** Waits for the case's turn if it needs testees to itself, since starting many at once starves all others. */
    void begin() {
        if (company != Company.ALL) {
            suite.turns().acquireUninterruptibly();
        }
        started = System.nanoTime();
    }

    /** Returns the host of this name, in a testee that the clause's needs allow; starts it on first use. */
    public HostSession host(String name) {
        return hosts.computeIfAbsent(
                name, n -> new HostSession(n, this, suite.place(clause, n, company.leavesAlone(n), hosts.values())));
    }

    /** Replaces a host whose testee has ended by a new one. */
    public HostSession replaceHost(String name) {
        var old = hosts.remove(name);
        if (old != null) {
            old.giveBack(false);
        }
        return host(name);
    }

    public List<HostSession> hosts() {
        return List.copyOf(hosts.values());
    }

    /** Tells whether the implementation takes part: a peer alone says nothing about it. */
    public boolean involvesImplementation() {
        return hosts.isEmpty() || hosts.keySet().stream().anyMatch(suite.cast()::isOwn);
    }

    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** Returns what is lent to the case alone: addresses, paths and ports. */
    public Loans loans() {
        return loans;
    }

    /** Has something done when the case ends, before its sessions end; what was asked for last comes first. */
    public void atEnd(Runnable ending) {
        endings.add(0, ending);
    }

    /** Waits for the outcome of a call that must return. */
    public Outcome await(Exchange exchange) {
        var outcome = exchange.within(suite.budgets().mustHappen());
        if (outcome instanceof Outcome.StillBlocked) {
            observe("blocks");
            throw new Verdicts.Hung(exchange + " did not return within "
                    + suite.budgets().mustHappen().toMillis() + " ms");
        }
        if (outcome instanceof Outcome.Died died) {
            throw new Verdicts.Crashed("the testee " + died.how() + " during " + exchange);
        }
        if (outcome instanceof Outcome.Unsupported unsupported) {
            throw new Verdicts.Unsupported("the testee does not support " + unsupported.what());
        }
        return outcome;
    }

    /** Notes which outcome was seen; the last one counts. */
    public void observe(String outcome) {
        observed = outcome;
    }

    public @Nullable String observed() {
        return observed;
    }

    /** Returns the outcomes that conform, in the profile of the run. */
    public List<String> accepted() {
        return clause.accepts(suite.profile());
    }

    /** Tells, after the end, whether a testee that other cases were using too had died by then or did not answer. */
    boolean lostTesteeInCompany() {
        return hosts.values().stream().anyMatch(host -> !host.alone() && lost.contains(host.testee()));
    }

    /** Tells whether the case talks to nobody. */
    boolean isPlayed() {
        return recording != null;
    }

    Reply reply(int number, String host, Call call, Supplier<CompletableFuture<Outcome>> send) {
        if (recording == null) {
            return new LiveReply(send);
        }
        return ending ? PlayedReply.toTidying(host, call) : recording.reply(number, host, call);
    }

    /** Returns what the case has learnt otherwise than by calls, in order: the addresses it was lent, say. */
    public List<Object> learnt() {
        return List.copyOf(learnt);
    }

    /**
     * Has the case learn or do something otherwise than by a call. Where it is played from a recording, that says what
     * was learnt, and nothing is done.
     *
     * @param type an address, a number, a text or a truth value
     */
    public <T> T learn(Class<T> type, Supplier<T> live) {
        var fact = recording == null ? live.get() : recording.learnt(learnt.size(), type);
        learnt.add(fact);
        return fact;
    }

    Exchange record(IntFunction<Exchange> call) {
        synchronized (exchanges) {
            if (exchanges.size() == MOST_CALLS) {
                observe("blocks");
                throw new Verdicts.Hung("after " + MOST_CALLS + " calls the case had not come to its end; the last was "
                        + exchanges.get(MOST_CALLS - 1));
            }
            var exchange = call.apply(exchanges.size() + 1);
            exchanges.add(exchange);
            return exchange;
        }
    }

    /** Lets no case follow in a testee of its own: what went wrong here may have broken the implementation there. */
    void giveUpOwnTestees() {
        hosts.values().stream().filter(HostSession::alone).forEach(HostSession::spoil);
    }

    /** Ends the sessions and gives everything back. Returns what could not be cleaned up, or null. */
    @Nullable String end() {
        try {
            return giveBack();
        } finally {
            if (company != Company.ALL) {
                suite.turns().release();
            }
        }
    }

    private @Nullable String giveBack() {
        ending = true;
        endings.forEach(Runnable::run);
        String trouble = null;
        for (var host : hosts.values()) {
            var leaked = end(host);
            trouble = leaked == null ? trouble : leaked;
        }
        loans.takeBack();
        return trouble;
    }

    private @Nullable String end(HostSession host) {
        // Who did not answer one host of the case will not answer the other one that lives in it.
        var patience = lost.contains(host.testee())
                ? suite.budgets().mustNotHappen()
                : suite.budgets().mustHappen();
        try {
            int stuck = host.end().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (host.testee().ended().isPresent()) {
                lost.add(host.testee());
            }
            host.giveBack(stuck == 0);
            return stuck == 0 ? null : "the " + host.name() + " could not free " + stuck + " lanes at the end";
        } catch (TimeoutException e) {
            lost.add(host.testee());
            host.giveBack(false);
            return "the " + host.name() + " did not end its session";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            host.giveBack(false);
            return null;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
