package org.sockspec.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Capabilities;
import org.sockspec.protocol.Testee;

/**
 * The testees of a run. Cases share them, as many at once in each as it declares; a case that needs a process to
 * itself gets one that serves nobody else meanwhile.
 */
public final class TesteePool implements AutoCloseable {

    /** Starts one more testee. */
    @FunctionalInterface
    public interface Starter {
        Testee start();
    }

    private final Starter starter;
    private final Object starting = new Object();
    private final List<Shared> shared = new ArrayList<>();
    private final Deque<Testee> idle = new ArrayDeque<>();
    private final List<Testee> all = new ArrayList<>();
    private boolean closed;
    private volatile @Nullable Capabilities capabilities;

    public TesteePool(Starter starter) {
        this.starter = starter;
    }

    /** A place in a testee. */
    public interface Place {
        Testee testee();

        /** Tells whether no other case is in this testee. */
        boolean alone();

        /** Leaves the place; {@code reusable} says whether others may have it. */
        void giveBack(boolean reusable);
    }

    /** Returns what the implementation says of itself; starts the first testee if there was none yet. */
    public Capabilities capabilities() {
        var known = capabilities;
        if (known != null) {
            return known;
        }
        var place = share();
        place.giveBack(true);
        return place.testee().capabilities();
    }

    /** Takes a place beside other cases. */
    public Place share() {
        var free = freePlace();
        if (free != null) {
            return free;
        }
        // One at a time: what another thread has just started may have room for many.
        synchronized (starting) {
            var left = freePlace();
            return left != null ? left : added(new Shared(start()));
        }
    }

    /** Takes a testee alone. */
    public Place alone() {
        return new Alone(idleOrNew());
    }

    @Override
    public void close() {
        List<Testee> running;
        synchronized (this) {
            closed = true;
            running = List.copyOf(all);
        }
        running.forEach(Testee::close);
    }

    private synchronized @Nullable Place freePlace() {
        return shared.stream()
                .filter(Shared::hasRoom)
                .findFirst()
                .map(Shared::enter)
                .orElse(null);
    }

    private synchronized Place added(Shared fresh) {
        shared.add(fresh);
        return fresh.enter();
    }

    private Testee idleOrNew() {
        synchronized (this) {
            for (var candidate = idle.poll(); candidate != null; candidate = idle.poll()) {
                if (candidate.ended().isEmpty()) {
                    return candidate;
                }
            }
        }
        return start();
    }

    private Testee start() {
        var testee = starter.start();
        capabilities = testee.capabilities();
        synchronized (this) {
            all.add(testee);
            if (!closed) {
                return testee;
            }
        }
        testee.close();
        return testee;
    }

    private void end(Testee testee) {
        synchronized (this) {
            all.remove(testee);
        }
        testee.close();
    }

    /** A testee that one case has to itself. */
    private final class Alone implements Place {
        private final Testee testee;

        Alone(Testee testee) {
            this.testee = testee;
        }

        @Override
        public Testee testee() {
            return testee;
        }

        @Override
        public boolean alone() {
            return true;
        }

        @Override
        public void giveBack(boolean reusable) {
            synchronized (TesteePool.this) {
                if (reusable && !closed && testee.ended().isEmpty()) {
                    idle.push(testee);
                    return;
                }
            }
            end(testee);
        }
    }

    /** A testee that several cases are in; each of them holds it as its place. */
    private final class Shared implements Place {
        private final Testee testee;
        private int guests;
        private boolean retired;

        Shared(Testee testee) {
            this.testee = testee;
        }

        boolean hasRoom() {
            return testee.ended().isEmpty() && guests < testee.capabilities().sessions();
        }

        Place enter() {
            guests++;
            return this;
        }

        @Override
        public Testee testee() {
            return testee;
        }

        @Override
        public boolean alone() {
            return false;
        }

        @Override
        public void giveBack(boolean reusable) {
            synchronized (TesteePool.this) {
                guests--;
                retired |= !reusable;
                if (retired) {
                    shared.remove(this);
                }
                if (!retired || guests > 0) {
                    return;
                }
            }
            end(testee);
        }
    }
}
