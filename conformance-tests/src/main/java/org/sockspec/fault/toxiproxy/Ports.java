package org.sockspec.fault.toxiproxy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/** Pick ports that no connecting socket is given, since such a socket could connect to itself. */
final class Ports {

    private static final Path EPHEMERAL = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
    private static final int LOWEST = 10_000;
    private static final int EPHEMERAL_ON_LINUX = 32_768;

    private Ports() {}

    /** Give a random port below the ephemeral range; it may be taken, so retry with another one. */
    static int belowEphemeralRange() {
        return ThreadLocalRandom.current().nextInt(LOWEST, Math.max(LOWEST + 1_000, ephemeralStart()));
    }

    private static int ephemeralStart() {
        try {
            return Integer.parseInt(Files.readString(EPHEMERAL).strip().split("\\s+")[0]);
        } catch (IOException e) {
            return EPHEMERAL_ON_LINUX;
        }
    }
}
