package org.sockspec.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.sockspec.api.Call;
import org.sockspec.protocol.Testee;

/** One host of a case: a session in a testee, and its lanes. */
public final class HostSession {
    private final String name;
    private final CaseRun run;
    private final TesteePool.Place place;
    private final Testee.Session session;
    private final List<Exchange> lanes = new ArrayList<>();
    private boolean spoiled;

    HostSession(String name, CaseRun run, TesteePool.Place place) {
        this.name = name;
        this.run = run;
        this.place = place;
        this.session = place.testee().openSession();
    }

    public String name() {
        return name;
    }

    public Testee testee() {
        return place.testee();
    }

    /** Tells whether no other case is in the same testee. */
    public boolean alone() {
        return place.alone();
    }

    /**
     * Makes a call in the first lane that is free. A lane is taken from a call on until the test has seen the call
     * return, so which lane a call gets depends on the test alone and never on timing.
     */
    public Exchange invoke(Call call) {
        int lane = 0;
        while (lane < lanes.size() && !lanes.get(lane).settled()) {
            lane++;
        }
        var laneName = String.valueOf(lane + 1);
        var exchange = run.record(number -> new Exchange(
                number, name, laneName, call, run.reply(number, name, call, () -> session.call(laneName, call))));
        if (lane == lanes.size()) {
            lanes.add(exchange);
        } else {
            lanes.set(lane, exchange);
        }
        return exchange;
    }

    /** Waits until the testee has handed a pending call to the implementation, as far as it can tell. */
    public void awaitBegun(Exchange pending, Duration patience) {
        try {
            session.begun(pending.lane()).get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new Verdicts.Hung(pending + " was not begun within " + patience.toMillis() + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Kills the process; calls that were under way in it need not be looked at. */
    public void kill() {
        lanes.forEach(Exchange::abandon);
        if (run.isPlayed()) {
            return;
        }
        var process = process();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Stops the process and waits until all its threads have stopped; at the end of the case it goes on. */
    public void stop() {
        if (run.isPlayed()) {
            return;
        }
        var process = process();
        ProcessSignals.stop(process);
        run.atEnd(() -> {
            if (process.isAlive()) {
                ProcessSignals.resume(process);
            }
        });
    }

    /** Lets a stopped process go on. */
    public void resume() {
        if (!run.isPlayed()) {
            ProcessSignals.resume(process());
        }
    }

    /** Keeps the process from being used by another case, because this one changes it for good. */
    public void spoil() {
        spoiled = true;
    }

    private ProcessHandle process() {
        if (!alone()) {
            throw new IllegalStateException("the " + name + " shares its testee; see Company");
        }
        return testee().process().orElseThrow(() -> new Verdicts.Unsupported("the testee is not a process of its own"));
    }

    Optional<TesteePool.Place> placeBeside() {
        return place.beside();
    }

    CompletableFuture<Integer> end() {
        return session.end();
    }

    void giveBack(boolean reusable) {
        place.giveBack(reusable && !spoiled);
    }
}
