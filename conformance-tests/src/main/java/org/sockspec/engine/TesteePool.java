package org.sockspec.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Capabilities;
import org.sockspec.catalogue.Need;
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

    /** Sockets that a testee may have for itself, beside those it was greeted with. */
    private static final int OF_ITS_OWN = 8;

    /** Sockets at which a testee gets no further cases, below the usual limit of 1024 descriptors. */
    private static final int FULL = 512;

    /** A busy testee is looked at once in so many cases. */
    private static final int CASES_BETWEEN_LOOKS = 32;

    private final Starter starter;
    private final Consumer<String> leakReporter;
    private final Object starting = new Object();
    private final List<Shared> shared = new ArrayList<>();
    private final Deque<Testee> idle = new ArrayDeque<>();
    private final Map<Testee, Integer> socketsAtFirst = new ConcurrentHashMap<>();
    private boolean closed;
    private volatile @Nullable Capabilities capabilities;

    public TesteePool(Starter starter) {
        this(starter, leak -> {});
    }

    /**
     * Makes an empty pool.
     *
     * @param leakReporter is told, in a sentence, of a testee that is replaced because it leaks
     */
    public TesteePool(Starter starter, Consumer<String> leakReporter) {
        this.starter = starter;
        this.leakReporter = leakReporter;
    }

    /** A place in a testee. */
    public interface Place {
        Testee testee();

        /** Tells whether no other case is in this testee. */
        boolean alone();

        /**
         * Takes another place in the same testee for a host of the same case, where there is one. A case that has a
         * testee to itself gets a second one, unless that could not be reached.
         */
        Optional<Place> beside();

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

    /** Takes a testee alone, or a place beside other cases. */
    public Place place(boolean alone) {
        return alone ? alone() : share();
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

    /** Returns the processes that several cases may be in. */
    synchronized List<ProcessHandle> sharedProcesses() {
        return shared.stream().flatMap(one -> one.testee().process().stream()).toList();
    }

    @Override
    public void close() {
        List<Testee> running;
        synchronized (this) {
            closed = true;
            running = List.copyOf(socketsAtFirst.keySet());
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
            socketsAtFirst.put(testee, OpenSockets.of(testee));
            if (!closed) {
                return testee;
            }
        }
        testee.close();
        return testee;
    }

    private void end(Testee testee) {
        synchronized (this) {
            socketsAtFirst.remove(testee);
        }
        testee.close();
    }

    /** Tells whether a testee has more sockets open than the cases in it explain. */
    private boolean leaks(Testee testee, int guests) {
        int more = OpenSockets.of(testee) - socketsAtFirst.getOrDefault(testee, 0);
        if (guests == 0 && more > OF_ITS_OWN) {
            leakReporter.accept("the testee had " + more + " sockets open after all its sessions had ended, and was"
                    + " replaced; spec/protocol.md says what end_session has to close");
        }
        return more > (guests == 0 ? OF_ITS_OWN : FULL);
    }

    /** A testee that one case has to itself. */
    private final class Alone implements Place {
        private final Testee testee;
        private int hosts = 1;
        private boolean worn;

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
        public Optional<Place> beside() {
            synchronized (TesteePool.this) {
                var capabilities = testee.capabilities();
                if (!capabilities.isLacking(Need.SECOND_PROCESS.symbol()) || hosts == capabilities.sessions()) {
                    return Optional.empty();
                }
                hosts++;
                return Optional.of(this);
            }
        }

        @Override
        public void giveBack(boolean reusable) {
            synchronized (TesteePool.this) {
                hosts--;
                worn |= !reusable;
                if (hosts > 0) {
                    return;
                }
                if (!worn && !closed && testee.ended().isEmpty() && !leaks(testee, 0)) {
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
        private int served;
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
        public Optional<Place> beside() {
            synchronized (TesteePool.this) {
                return hasRoom() ? Optional.of(enter()) : Optional.empty();
            }
        }

        @Override
        public void giveBack(boolean reusable) {
            if (isDueForALook() && leaks(testee, 1)) {
                retire();
            }
            synchronized (TesteePool.this) {
                guests--;
                if (!reusable || guests == 0 && leaks(testee, 0)) {
                    retire();
                }
                if (!retired || guests > 0) {
                    return;
                }
            }
            end(testee);
        }

        private boolean isDueForALook() {
            synchronized (TesteePool.this) {
                served++;
                return served % CASES_BETWEEN_LOOKS == 0;
            }
        }

        private void retire() {
            synchronized (TesteePool.this) {
                retired = true;
                shared.remove(this);
            }
        }
    }
}
