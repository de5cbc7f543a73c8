package org.sockspec.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sockspec.api.Address;
import org.sockspec.api.Call;
import org.sockspec.api.Errno;
import org.sockspec.api.Outcome;
import org.sockspec.api.Returned;
import org.sockspec.api.SocketApi;
import org.sockspec.engine.Exchange;

/** One use of the connecting helper, with waits that take no time and are remembered. */
public final class Retry {
    private static final int DEFAULT_MAX_WAIT = 128;

    private final Host host;
    private final Address address;
    private final List<Long> waits = new ArrayList<>();
    private final Map<Integer, Runnable> events = new HashMap<>();
    private int maxWait = DEFAULT_MAX_WAIT;
    private int callsBefore;

    Retry(Host host, Address address) {
        this.host = host;
        this.address = address;
    }

    /** Sets the largest wait, in seconds. */
    public Retry withMaxWait(int seconds) {
        maxWait = seconds;
        return this;
    }

    /** Has something happen during a wait; they count from 1. */
    public Retry duringWait(int number, Runnable event) {
        events.put(number, event);
        return this;
    }

    /** Has something happen during every wait. */
    public Retry duringEachWait(Runnable event) {
        for (int wait = 1; wait <= Long.SIZE; wait++) {
            events.put(wait, event);
        }
        return this;
    }

    /** Runs the helper to its end. */
    public OutcomeAssert run() {
        return run(host.api());
    }

    /** Runs the helper on an API that does not do all that the host's does. */
    public OutcomeAssert run(SocketApi api) {
        var run = host.run();
        callsBefore = run.exchanges().size();
        var outcome =
                run.suite().helpers().connectWithRetry(api, maxWait, this::pause, run.domain(), run.type(), address);
        return host.outcome("the connecting helper at " + host.name(), outcome).creating(run.domain(), run.type());
    }

    /** Returns the waits so far, in seconds. */
    public List<Long> waits() {
        return List.copyOf(waits);
    }

    /** Returns the sockets that were created, in order. */
    public List<Long> sockets() {
        return made(Call.Socket.class).stream()
                .map(outcome -> outcome instanceof Returned created ? created.value() : -1L)
                .toList();
    }

    /** Returns how often connect() was called on each socket that was created, in order. */
    public List<Integer> triesPerSocket() {
        var tries = new ArrayList<Integer>();
        var newest = new HashMap<Integer, Integer>();
        calls().forEach(exchange -> {
            if (exchange.call() instanceof Call.Socket && exchange.now() instanceof Returned created) {
                newest.put((int) created.value(), tries.size());
                tries.add(0);
            }
            if (exchange.call() instanceof Call.Connect connect && newest.containsKey(connect.fd())) {
                int socket = newest.get(connect.fd());
                tries.set(socket, tries.get(socket) + 1);
            }
        });
        return tries;
    }

    /** Returns how often connect() was called. */
    public int tries() {
        return made(Call.Connect.class).size();
    }

    /** Returns what connect() failed with, try by try. */
    public List<Errno> failures() {
        return made(Call.Connect.class).stream()
                .filter(Outcome.Failed.class::isInstance)
                .map(outcome -> ((Outcome.Failed) outcome).errno())
                .toList();
    }

    private List<Outcome> made(Class<? extends Call> kind) {
        return calls().filter(exchange -> kind.isInstance(exchange.call()))
                .map(Exchange::now)
                .toList();
    }

    private Stream<Exchange> calls() {
        return host.run().exchanges().stream()
                .skip(callsBefore)
                .filter(exchange -> exchange.host().equals(host.name()));
    }

    private void pause(Duration duration) {
        waits.add(duration.toSeconds());
        events.getOrDefault(waits.size(), () -> {}).run();
    }
}
