package org.sockspec.engine;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes a folder per case under the folder of the run; short ones, since a unix path holds 108 bytes at most. */
public final class CaseFolders {
    private final Path root;
    private final AtomicInteger number = new AtomicInteger();

    public CaseFolders(Path root) {
        this.root = root;
    }

    Path create() {
        try {
            return Files.createDirectory(root.resolve(Integer.toString(number.incrementAndGet(), Character.MAX_RADIX)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a folder of a case with all that is in it, whatever the case has forbidden there. */
    void delete(Path folder) {
        try {
            remove(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path file) throws IOException {
        if (Files.isDirectory(file, NOFOLLOW_LINKS)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
            try (var files = Files.list(file)) {
                for (var one : files.toList()) {
                    remove(one);
                }
            }
        }
        Files.delete(file);
    }
}
