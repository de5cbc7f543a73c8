package org.sockspec.fault.privilege;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sockspec.engine.SearchPath;
import org.sockspec.engine.Suite;
import org.sockspec.engine.TesteePool;

/**
 * Testees without any capability, so that permissions count for them, also where the user is root. Each has a network
 * of its own, which is loopback with two automatic ports, and sees one folder on a read-only file system.
 */
public final class Unprivileged implements Suite.Homes, AutoCloseable {
    /** The ports that bind() to port 0 may choose from. */
    public static final List<Integer> AUTOMATIC_PORTS = List.of(40000, 40001);

    private static final List<String> TOOLS = List.of("unshare", "setpriv", "mount", "ip");
    private static final String SCRIPT = """
            mount -t tmpfs -o ro tmpfs "$1"
            shift
            ip link set lo up
            echo '%d %d' > /proc/sys/net/ipv4/ip_local_port_range
            exec setpriv --inh-caps=-all --bounding-set=-all -- "$@"
            """.formatted(AUTOMATIC_PORTS.toArray());

    private final Pools pools;
    private final Path readOnlyFolder;
    private final Map<String, TesteePool> poolOf = new ConcurrentHashMap<>();
    private @Nullable String missing;
    private boolean tried;

    /**
     * Prepares the testees; they are started when the first case needs them.
     *
     * @param readOnlyFolder an empty folder, which the testees see on a read-only file system
     */
    public Unprivileged(Pools pools, Path readOnlyFolder) {
        this.pools = pools;
        this.readOnlyFolder = readOnlyFolder;
    }

    @Override
    public synchronized Optional<String> missing() {
        if (!tried) {
            tried = true;
            missing = tryOut();
        }
        return Optional.ofNullable(missing);
    }

    @Override
    public TesteePool.Place place(String host, boolean alone) {
        return poolOf.computeIfAbsent(host, name -> pools.of(name, this::wrap)).place(alone);
    }

    public Path readOnlyFolder() {
        return readOnlyFolder;
    }

    @Override
    public void close() {
        poolOf.values().forEach(TesteePool::close);
    }

    private @Nullable String tryOut() {
        for (var tool : TOOLS) {
            if (SearchPath.ofThisProcess().find(tool).isEmpty()) {
                return "calls without privilege need " + tool + ", which is not on the PATH; install "
                        + (tool.equals("ip") ? "iproute2" : "util-linux");
            }
        }
        try {
            var process = new ProcessBuilder(wrap(List.of("true")))
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0
                    ? null
                    : "calls without privilege need root or an unprivileged user namespace: " + output.strip();
        } catch (IOException e) {
            return "calls without privilege cannot be made: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private List<String> wrap(List<String> command) {
        boolean root = "root".equals(System.getProperty("user.name"));
        var line = new ArrayList<>(
                List.of("unshare", root ? "-nm" : "-Urnm", "sh", "-ec", SCRIPT, "sh", readOnlyFolder.toString()));
        line.addAll(command);
        return line;
    }
}
