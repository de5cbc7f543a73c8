package org.sockspec.engine;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Lends loopback hosts and ports that no other case, run or program uses. Ports lie below the ephemeral range, since
 * a connecting loop on an ephemeral loopback port can connect to itself, and come in blocks that a run owns by holding
 * the first port of each.
 */
public final class Leases implements AutoCloseable {
    private static final int FIRST_PORT = 10_000;
    private static final int BLOCK = 500;
    private static final int BLOCKS = 44;
    private static final int HOSTS = 255 * 254;

    private final List<ServerSocket> locks = new ArrayList<>();
    private final Queue<Integer> ports = new ArrayDeque<>();
    private int network;
    private int hosts;

    /** Lends a host out of 127.0.0.0/8 that no other case has; it is never taken back. */
    public synchronized String host() {
        if (locks.isEmpty()) {
            takeBlock();
        }
        int n = hosts++ % HOSTS;
        return "127." + network + "." + n / 254 + "." + (n % 254 + 1);
    }

    /** Lends a port that is free on every address. */
    public synchronized int port() {
        for (int tried = 0; tried <= BLOCKS * BLOCK; tried++) {
            if (ports.isEmpty()) {
                takeBlock();
            }
            int port = ports.remove();
            if (isFree(port)) {
                return port;
            }
            ports.add(port);
        }
        throw new IllegalStateException("no loopback port is free");
    }

    /** Takes ports back; they are lent again last. */
    public synchronized void takeBack(Collection<Integer> lent) {
        ports.addAll(lent);
    }

    @Override
    public synchronized void close() throws IOException {
        for (var lock : locks) {
            lock.close();
        }
    }

    private void takeBlock() {
        int start = (int) (ProcessHandle.current().pid() % BLOCKS);
        for (int i = 0; i < BLOCKS; i++) {
            int block = (start + i) % BLOCKS;
            var lock = bind(FIRST_PORT + block * BLOCK);
            if (lock != null) {
                locks.add(lock);
                if (locks.size() == 1) {
                    network = 64 + block;
                }
                for (int port = 1; port < BLOCK; port++) {
                    ports.add(FIRST_PORT + block * BLOCK + port);
                }
                return;
            }
        }
        throw new IllegalStateException("every block of ports from " + FIRST_PORT + " to "
                + (FIRST_PORT + BLOCKS * BLOCK) + " is taken; end other runs of sockspec");
    }

    private static boolean isFree(int port) {
        try (var probe = bind(port)) {
            return probe != null;
        } catch (IOException e) {
            return false;
        }
    }

    private static @Nullable ServerSocket bind(int port) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(false);
            socket.bind(new InetSocketAddress(port));
            return socket;
        } catch (IOException taken) {
            return null;
        }
    }
}
