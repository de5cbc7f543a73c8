package org.sockspec.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.sockspec.engine.Baseline;

/** The change of a baseline as a patch. */
final class BaselinePatch {
    private static final int CONTEXT = 3;

    private BaselinePatch() {}

    /** Returns a unified diff; empty where nothing changes. */
    static String of(Path file, Baseline before, Baseline after) {
        var old = before.text().lines().toList();
        var patch = DiffUtils.diff(old, after.text().lines().toList());
        return UnifiedDiffUtils.generateUnifiedDiff(file.toString(), file.toString(), old, patch, CONTEXT).stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /** Returns the comment at the top of a file, which stays when the file is written anew. */
    static String comment(Path file) {
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return lines.stream()
                    .takeWhile(line -> line.startsWith("#"))
                    .map(line -> line + "\n")
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
