package org.sockspec.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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
    private final List<Shared> shared = new ArrayList<>();
    private final Deque<Testee> idle = new ArrayDeque<>();
    private final List<Testee> all = new ArrayList<>();
    private boolean closed;

    public TesteePool(Starter starter) {
        this.starter = starter;
    }

    /** A place in a testee; {@code reusable} says whether others may have it afterwards. */
    public interface Place {
        Testee testee();

        /** Tells whether no other case is in this testee. */
        boolean alone();

        void giveBack(boolean reusable);
    }

    /** Takes a place beside other cases. */
    public synchronized Place share() {
        for (var candidate : shared) {
            if (candidate.testee.ended().isEmpty()
                    && candidate.guests < candidate.testee.capabilities().sessions()) {
                return candidate.enter();
            }
        }
        var fresh = new Shared(start());
        shared.add(fresh);
        return fresh.enter();
    }

    /** Takes a testee alone. */
    public Place alone() {
        var testee = idleOrNew();
        return new Place() {
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
                putBack(testee, reusable && testee.ended().isEmpty());
            }
        };
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
        synchronized (this) {
            all.add(testee);
            if (!closed) {
                return testee;
            }
        }
        testee.close();
        return testee;
    }

    private void putBack(Testee testee, boolean reusable) {
        synchronized (this) {
            if (reusable && !closed) {
                idle.push(testee);
                return;
            }
            all.remove(testee);
        }
        testee.close();
    }

    private final class Shared {
        private final Testee testee;
        private int guests;
        private boolean retired;

        Shared(Testee testee) {
            this.testee = testee;
        }

        Place enter() {
            guests++;
            return new Place() {
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
                    leave(reusable);
                }
            };
        }

        private void leave(boolean reusable) {
            boolean last;
            synchronized (TesteePool.this) {
                guests--;
                if (!reusable) {
                    retired = true;
                    shared.remove(this);
                }
                last = retired && guests == 0;
                if (last) {
                    all.remove(testee);
                }
            }
            if (last) {
                testee.close();
            }
        }
    }
}
