package org.sockspec.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** Deletes a folder of a case with the socket files in it. */
    void delete(Path folder) {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
