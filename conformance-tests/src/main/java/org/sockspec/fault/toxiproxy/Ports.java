package org.sockspec.fault.toxiproxy;

import java.util.concurrent.ThreadLocalRandom;
import org.sockspec.engine.Leases;

/**
 * Pick ports that no connecting socket is given, since such a socket could connect to itself, and that no case is lent,
 * since a case may count on nobody listening there.
 */
final class Ports {

    private static final int EPHEMERAL_ON_LINUX = 32_768;

    private Ports() {}

    /** Give a random port below the ephemeral range; it may be taken, so retry with another one. */
    static int belowEphemeralRange() {
        return ThreadLocalRandom.current().nextInt(Leases.END, EPHEMERAL_ON_LINUX);
    }
}
