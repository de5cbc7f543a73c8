package org.sockspec.cli;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The processes that a run has started, none of which may outlive it. */
final class RunningProcesses implements AutoCloseable {
    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Takes note of a process; one that comes too late is killed. */
    Process add(Process process) {
        running.add(process);
        process.onExit().thenRun(() -> running.remove(process));
        if (closed) {
            process.destroyForcibly();
        }
        return process;
    }

    /** Kills all of them, and those still to come. */
    void kill() {
        closed = true;
        running.forEach(Process::destroyForcibly);
    }

    @Override
    public void close() {
        kill();
        running.forEach(process -> process.onExit().join());
    }
}
