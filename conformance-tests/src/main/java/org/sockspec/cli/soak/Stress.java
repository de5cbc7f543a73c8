package org.sockspec.cli.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.sockspec.engine.Stalls;
import org.sockspec.engine.Suite;
import org.sockspec.janitor.Janitor;

/** What else goes on while the suite runs. */
public enum Stress {
    QUIET("quiet"),
    /** A process for every processor that never waits. */
    BUSY("all processors busy"),
    /** The same, and testees get next to nothing of the processors for up to a second each. */
    STALLS("testees stalled");

    private final String text;

    Stress(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** Begins it; to close it ends it. */
    Pressure begin(Suite suite, Janitor janitor, long seed) {
        return switch (this) {
            case QUIET -> () -> {};
            case BUSY -> busy(janitor);
            case STALLS -> both(busy(janitor), Stalls.begin(suite, seed)::close);
        };
    }

    /** Something that goes on. */
    @FunctionalInterface
    interface Pressure extends AutoCloseable {
        @Override
        void close();
    }

    private static Pressure both(Pressure first, Pressure second) {
        return () -> {
            second.close();
            first.close();
        };
    }

    private static Pressure busy(Janitor janitor) {
        var processes = Stream.generate(() -> spin(janitor))
                .limit(Runtime.getRuntime().availableProcessors())
                .toList();
        return () -> processes.forEach(Process::destroyForcibly);
    }

    private static Process spin(Janitor janitor) {
        try {
            return janitor.start(new ProcessBuilder("sh", "-c", "while :; do :; done"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
