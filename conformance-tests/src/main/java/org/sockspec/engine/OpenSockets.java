package org.sockspec.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sockspec.protocol.Testee;

/** Counts the sockets that a testee has open, where it is a process of this machine's kernel. */
final class OpenSockets {
    private OpenSockets() {}

    /** Returns the number of sockets; 0 where it cannot be known. */
    static int of(Testee testee) {
        return testee.process().map(ProcessHandle::pid).map(OpenSockets::count).orElse(0);
    }

    private static int count(long pid) {
        try (var descriptors = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return (int) descriptors.filter(OpenSockets::isSocket).count();
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException closed) {
            return false;
        }
    }
}
