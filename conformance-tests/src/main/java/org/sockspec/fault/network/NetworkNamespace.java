package org.sockspec.fault.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A network namespace that lives as long as a process that holds it, and so leaves nothing behind. */
final class NetworkNamespace {
    private static final long PATIENCE_SECONDS = 20;

    private final Process holder;
    private final boolean privileged;

    private NetworkNamespace(Process holder, boolean privileged) {
        this.holder = holder;
        this.privileged = privileged;
    }

    /** Makes a namespace; as another user than root, in a user namespace of its own. */
    static NetworkNamespace create(UnaryOperator<Process> watch) throws IOException {
        boolean root = "root".equals(System.getProperty("user.name"));
        return hold(watch, root, root ? List.of("unshare", "-n", "cat") : List.of("unshare", "-Urn", "cat"));
    }

    /** Makes another namespace that can be linked with this one. */
    NetworkNamespace sibling(UnaryOperator<Process> watch) throws IOException {
        return hold(
                watch, privileged, privileged ? List.of("unshare", "-n", "cat") : enterUser("unshare", "-n", "cat"));
    }

    long pid() {
        return holder.pid();
    }

    /** Returns the command line that runs a command inside. */
    List<String> enter(List<String> command) {
        var line = new ArrayList<>(List.of("nsenter", "-t", Long.toString(pid()), "-n"));
        if (!privileged) {
            line.addAll(List.of("-U", "--preserve-credentials"));
        }
        line.add("--");
        line.addAll(command);
        return line;
    }

    /** Runs a shell script inside and returns what it wrote; fails with that if the script fails. */
    String run(String script) {
        try {
            var shell = new ProcessBuilder(enter(List.of("sh", "-ec", script)))
                    .redirectErrorStream(true)
                    .start();
            shell.getOutputStream().close();
            var output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!shell.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || shell.exitValue() != 0) {
                shell.destroyForcibly();
                throw new IllegalStateException("setting up the network failed: " + output.strip());
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    void close() {
        holder.destroyForcibly();
    }

    private List<String> enterUser(String... command) {
        var line =
                new ArrayList<>(List.of("nsenter", "-t", Long.toString(pid()), "-U", "--preserve-credentials", "--"));
        line.addAll(List.of(command));
        return line;
    }

    /** Starts the holder; its echo of a line shows that it is inside. */
    private static NetworkNamespace hold(UnaryOperator<Process> watch, boolean privileged, List<String> command)
            throws IOException {
        var holder = watch.apply(new ProcessBuilder(command).start());
        try {
            holder.getOutputStream().write('\n');
            holder.getOutputStream().flush();
            if (holder.getInputStream().read() == '\n') {
                return new NetworkNamespace(holder, privileged);
            }
        } catch (IOException ended) {
            holder.destroyForcibly();
        }
        throw new IOException(new String(holder.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip());
    }
}
