package org.sockspec.janitor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * End every process, folder, container and proxy of a run together with the run.
 *
 * <p>The work is done by a small shell process in a session of its own. It holds the reading end of a pipe, so it
 * notices the end of this JVM in every case: finished, interrupted, killed.
 */
public final class Janitor implements ProcessWatch, AutoCloseable {

    private static final String MARK = "SOCKSPEC_RUN";
    private static final int CLOSE_SECONDS = 60;
    private static final int SUFFIXES = 36 * 36 * 36 * 36 * 36;

    private final Process helper;
    private final OutputStream lines;
    private final Path root;
    private final AtomicInteger folders = new AtomicInteger();
    private boolean closed;

    private Janitor(Process helper, Path root) {
        this.helper = helper;
        this.lines = helper.getOutputStream();
        this.root = root;
    }

    /** Start the helper process of one run; needs {@code setsid} and {@code sh} on the PATH. */
    public static Janitor start() {
        try {
            var helper = new ProcessBuilder("setsid", "sh", "-c", script())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!"ready".equals(helper.inputReader().readLine())) {
                throw new IOException("the helper process ended at once");
            }
            var janitor = new Janitor(helper, createRoot());
            janitor.send("dir " + janitor.root);
            return janitor;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The janitor of the run could not be started: " + e.getMessage()
                            + ". Install util-linux (setsid) and make the folder for temporary files writable.",
                    e);
        }
    }

    /**
     * Start a process and register it. What it starts in turn is found by a mark in the environment, even where nothing
     * else tells any more whose child it was.
     */
    public Process start(ProcessBuilder process) throws IOException {
        process.environment().put(MARK, root + "/");
        return watch(process.start());
    }

    @Override
    public Process watch(Process process) {
        var entry = ProcStat.startOf(process.pid()).map(start -> "pid " + process.pid() + " " + start);
        entry.ifPresent(line -> {
            try {
                send(line);
            } catch (UncheckedIOException | IllegalStateException e) {
                process.destroyForcibly();
                throw e;
            }
            process.onExit().thenRun(() -> forget(line));
        });
        return process;
    }

    @Override
    public Path temporaryFolder(String prefix) {
        try {
            return Files.createDirectory(root.resolve(prefix + folders.incrementAndGet()));
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary folder could be created in " + root, e);
        }
    }

    @Override
    public void container(String id) {
        send("container " + id);
    }

    @Override
    public void containerGone(String id) {
        forget("container " + id);
    }

    @Override
    public void proxy(InetSocketAddress api, String name) {
        send(proxyLine(api, name));
    }

    @Override
    public void proxyGone(InetSocketAddress api, String name) {
        forget(proxyLine(api, name));
    }

    /** End what is still registered, and wait until it is gone; at most 60 s. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        try {
            lines.close();
            if (!helper.waitFor(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The janitor (pid " + helper.pid() + ") still cleans up after "
                        + CLOSE_SECONDS + " s; look for a container engine that does not answer.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(died(), e);
        } catch (InterruptedException e) {
            // The helper goes on without this JVM, so nothing is lost by leaving early.
            Thread.currentThread().interrupt();
        }
    }

    ProcessHandle helper() {
        return helper.toHandle();
    }

    private static String proxyLine(InetSocketAddress api, String name) {
        return "proxy " + api.getHostString() + " " + api.getPort() + " " + name;
    }

    private synchronized void send(String line) {
        if (closed) {
            throw new IllegalStateException("The run is over: nothing can be registered any more (" + line + ").");
        }
        try {
            write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(died(), e);
        }
    }

    private synchronized void forget(String line) {
        if (closed) {
            return;
        }
        try {
            write("gone " + line);
        } catch (IOException e) {
            // A dead helper ends nothing, so there is nothing to take back; the next registration reports it.
        }
    }

    private void write(String line) throws IOException {
        lines.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        lines.flush();
    }

    private String died() {
        return "The janitor (pid " + helper.pid() + ") was killed: processes of this run may stay behind. "
                + "End them by hand and remove " + root + ".";
    }

    private static Path createRoot() throws IOException {
        var parent = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        while (true) {
            var suffix = Integer.toString(ThreadLocalRandom.current().nextInt(SUFFIXES), Character.MAX_RADIX);
            try {
                return Files.createDirectory(parent.resolve("ss-" + suffix), owner);
            } catch (FileAlreadyExistsException e) {
                continue;
            }
        }
    }

    private static String script() throws IOException {
        try (InputStream script = Janitor.class.getResourceAsStream("janitor.sh")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
