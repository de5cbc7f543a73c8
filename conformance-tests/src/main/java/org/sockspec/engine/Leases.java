package org.sockspec.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lends loopback hosts and ports that no other case, run or program uses. Ports lie below the ephemeral range, since
 * a connecting loop on an ephemeral loopback port can connect to itself, and come in blocks that a run owns by holding
 * the first port of each. Ports are not probed: a child process that starts in that moment would inherit the probe and
 * keep the port.
 */
public final class Leases implements AutoCloseable {
    private static final int FIRST_PORT = 10_000;
    private static final int BLOCK = 80;
    private static final int BLOCKS = 275;

    /** The first port above those that are lent. */
    public static final int END = FIRST_PORT + BLOCKS * BLOCK;

    /** To learn which ports rest is dear, so one look serves several blocks. */
    private static final int BLOCKS_PER_LOOK = 4;

    private static final int BLOCKS_PER_SECOND = 3;
    private static final int HOSTS = 255 * 254;

    /** Timers of a minute may be four seconds late in Linux, and the machine may be busy. */
    private static final long TIME_WAIT = TimeUnit.SECONDS.toNanos(75);

    private final List<ServerSocket> locks = new ArrayList<>();
    private final Queue<Port> ports = new ArrayDeque<>();
    private final Queue<Port> restingPorts = new ConcurrentLinkedQueue<>();
    /** Guarded by itself, as to fill it takes long. */
    private final Queue<Port> unusedPorts = new ArrayDeque<>();

    private int network;
    private int hosts = (int) (System.nanoTime() % HOSTS);

    /**
     * A port on loan.
     *
     * @param rests whether it is lent again only when connections in TIME_WAIT are gone from it
     * @param free when it was given back, or first taken
     */
    public record Port(int number, boolean rests, long free) {}

    /** Lends a host out of 127.0.0.0/8 that no other case has; it is never taken back. */
    public synchronized String host() {
        if (locks.isEmpty() && !takeBlocks(ports, 1, new BitSet())) {
            throw outOfPorts();
        }
        int n = Math.floorMod(hosts++, HOSTS);
        return "127." + network + "." + n / 254 + "." + (n % 254 + 1);
    }

    /** Lends a port for hosts that are lent with it. */
    public synchronized Port port() {
        if (ports.isEmpty() && !takeBlocks(ports, 1, new BitSet())) {
            throw outOfPorts();
        }
        return ports.remove();
    }

    /** Lends a port for a host that all cases share, on which old connections may linger. */
    public Port restedPort() {
        synchronized (unusedPorts) {
            var oldest = restingPorts.peek();
            if (oldest != null && System.nanoTime() - oldest.free() > TIME_WAIT) {
                return restingPorts.remove();
            }
            if (!unusedPorts.isEmpty() || takeBlocks(unusedPorts, BLOCKS_PER_LOOK, LocalPorts.ofTcp())) {
                return unusedPorts.remove();
            }
            if (oldest == null) {
                throw outOfPorts();
            }
            return restingPorts.remove();
        }
    }

    /** Takes ports back; they are lent again last. */
    public synchronized void takeBack(List<Port> lent) {
        for (var port : lent) {
            (port.rests() ? restingPorts : ports).add(new Port(port.number(), port.rests(), System.nanoTime()));
        }
    }

    @Override
    public synchronized void close() {
        for (var lock : locks) {
            try {
                lock.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Begins where no run of the last 90 s began, and passes over blocks with a port that is in use. Returns whether
     * there was any block.
     */
    private boolean takeBlocks(Queue<Port> into, int wanted, BitSet inUse) {
        int start = (int) (System.currentTimeMillis() / 1000 * BLOCKS_PER_SECOND % BLOCKS);
        int taken = 0;
        for (int i = 0; i < BLOCKS && taken < wanted; i++) {
            int first = FIRST_PORT + (start + i) % BLOCKS * BLOCK;
            int used = inUse.nextSetBit(first);
            var lock = used >= first && used < first + BLOCK ? null : hold(first);
            if (lock != null) {
                add(lock, 1 + (start + i) % 250);
                for (int number = first + 1; number < first + BLOCK; number++) {
                    into.add(new Port(number, into == unusedPorts, System.nanoTime()));
                }
                taken++;
            }
        }
        return taken > 0;
    }

    private synchronized void add(ServerSocket lock, int networkOfItsOwn) {
        locks.add(lock);
        network = locks.size() == 1 ? networkOfItsOwn : network;
    }

    private static Verdicts.NotRun outOfPorts() {
        return new Verdicts.NotRun(
                "every block of ports from " + FIRST_PORT + " to " + END + " is taken; end other runs of sockspec");
    }

    private static @Nullable ServerSocket hold(int port) {
        try {
            return new ServerSocket(port);
        } catch (IOException taken) {
            return null;
        }
    }
}
