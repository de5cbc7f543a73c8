package org.sockspec.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.sockspec.report.ReportException;

/** Chooses where a run goes when nobody says so: a new folder for each, and a link to the latest. */
final class OutputFolder {
    private static final Path PARENT = Path.of("sockspec-runs");
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");
    private static final String NEXT = "Change to a folder you can write to, or choose one with --out.";

    private OutputFolder() {}

    /** Creates a folder under a working directory. */
    static Path create(Path directory, LocalDateTime now) {
        var parent = directory.resolve(PARENT);
        try {
            Files.createDirectories(parent);
            return firstFree(parent, NAME.format(now));
        } catch (IOException e) {
            throw ReportException.notWritten(parent, e, NEXT);
        }
    }

    /** Points the link at a run. */
    static void linkLatest(Path run) {
        var link = run.resolveSibling("latest");
        var unfinished = run.resolveSibling(".latest-" + run.getFileName());
        try {
            Files.createSymbolicLink(unfinished, run.getFileName());
            Files.move(unfinished, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw ReportException.notWritten(link, e, "Remove what is in the way.");
        }
    }

    private static Path firstFree(Path parent, String name) throws IOException {
        for (int number = 1; ; number++) {
            try {
                return Files.createDirectory(parent.resolve(number == 1 ? name : name + "-" + number));
            } catch (FileAlreadyExistsException taken) {
                continue;
            }
        }
    }
}
