package org.sockspec.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A thread as the system knows it.
 *
 * @param handle its pthread_t
 * @param systemCall the file that tells which system call it is in
 */
record NativeThread(long handle, Path systemCall) {
    /** Looks the calling thread up; in /proc, because the number of the gettid system call differs by architecture. */
    static NativeThread current() {
        try {
            var task = Path.of("/proc").resolve(Files.readSymbolicLink(Path.of("/proc/thread-self")));
            return new NativeThread(Libc.pthread_self(), task.resolve("syscall"));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "/proc/thread-self cannot be read, so blocked calls could not be ended. Mount /proc.", e);
        }
    }
}
