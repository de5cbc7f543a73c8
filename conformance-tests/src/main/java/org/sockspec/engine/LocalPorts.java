package org.sockspec.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;

/** Tells which ports of this machine are in use, connections in TIME_WAIT included. */
final class LocalPorts {
    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));

    private LocalPorts() {}

    /** Returns the local ports of all TCP sockets; none where the system has no such tables. */
    static BitSet ofTcp() {
        var ports = new BitSet();
        for (var table : TABLES) {
            try (var lines = Files.lines(table)) {
                lines.skip(1).forEach(line -> ports.set(port(line)));
            } catch (IOException noTable) {
                continue;
            }
        }
        return ports;
    }

    /** Reads the port from a line such as {@code 0: 0100007F:1F90 00000000:0000 0A ...}. */
    private static int port(String line) {
        int colon = line.indexOf(':', line.indexOf(':') + 1);
        return Integer.parseInt(line.substring(colon + 1, colon + 5), 16);
    }
}
