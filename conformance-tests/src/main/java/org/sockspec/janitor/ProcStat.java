package org.sockspec.janitor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Read when a process was started, in clock ticks after boot: together with its id it names it for good. */
final class ProcStat {

    private static final int START_AFTER_NAME = 19;

    private ProcStat() {}

    /** Give the start time of a process; empty when it is gone. */
    static Optional<String> startOf(long pid) {
        try {
            var bytes = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "stat"));
            var stat = new String(bytes, StandardCharsets.ISO_8859_1);
            var afterName = stat.substring(stat.lastIndexOf(") ") + 2);
            return Optional.of(afterName.split(" ")[START_AFTER_NAME]);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
