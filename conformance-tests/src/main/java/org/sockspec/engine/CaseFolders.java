package org.sockspec.engine;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lends every case an empty folder under the folder of the run; short ones, since a unix path holds 108 bytes at most.
 * A folder serves one case after the other: making and deleting thousands is the dearest thing a case could ask for. No
 * name of a file serves twice, since an implementation may have a file system of its own that nobody cleans.
 */
public final class CaseFolders {
    private static final Set<PosixFilePermission> USUAL = PosixFilePermissions.fromString("rwxr-xr-x");

    private final Path root;
    private final Deque<Path> free = new ConcurrentLinkedDeque<>();
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicInteger names = new AtomicInteger();

    public CaseFolders(Path root) {
        this.root = root;
    }

    /** Lends a folder until {@link #takeBack}. */
    Path lend() {
        var left = free.poll();
        if (left != null) {
            return left;
        }
        try {
            return Files.createDirectory(root.resolve(Integer.toString(number.incrementAndGet(), Character.MAX_RADIX)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the name of a file that no other case has. */
    String freshName() {
        return "s" + Integer.toString(names.incrementAndGet(), Character.MAX_RADIX);
    }

    /** Empties a folder of a case, whatever the case has forbidden there, for the next one. */
    void takeBack(Path folder) {
        try {
            Files.setPosixFilePermissions(folder, USUAL);
            empty(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        free.push(folder);
    }

    private static void empty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                remove(file);
            }
        }
    }

    private static void remove(Path file) throws IOException {
        if (Files.isDirectory(file, NOFOLLOW_LINKS)) {
            Files.setPosixFilePermissions(file, USUAL);
            empty(file);
        }
        Files.delete(file);
    }
}
