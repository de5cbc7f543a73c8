package org.sockspec.report.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.sockspec.report.ReportException;
import org.sockspec.report.Run;
import org.sockspec.report.Transcript;
import tools.jackson.core.JacksonException;

/** Holds the files of one run: its journal, results and reports. */
public final class RunFolder {
    static final String RESULTS = "results.json";

    private static final String CHOOSE = "Choose another folder with --out.";

    private final Path path;

    private RunFolder(Path path) {
        this.path = path;
    }

    /**
     * Creates a folder for a new run; the files of an earlier run in it are removed, others stay.
     *
     * @throws ReportException if the folder cannot be created or written to
     */
    public static RunFolder create(Path path) {
        try {
            if (Files.exists(path) && !Files.isDirectory(path)) {
                throw ReportException.notWritten(path, new IOException("it is a file, not a folder"), CHOOSE);
            }
            Files.createDirectories(path);
            RunFolderFiles.removeFrom(path);
            Files.delete(Files.createTempFile(path, ".writable", ""));
            return new RunFolder(path);
        } catch (IOException failure) {
            throw ReportException.notWritten(path, failure, CHOOSE);
        }
    }

    /**
     * Opens the folder of an existing run, to write its reports again.
     *
     * @throws ReportException if there is no such folder
     */
    public static RunFolder open(Path path) {
        if (!Files.isDirectory(path)) {
            throw ReportException.notRead(
                    path, new IOException("it is not a folder"), "Name a folder that a run has written.");
        }
        return new RunFolder(path);
    }

    /**
     * Reads a run from its results, or from its journal if it was interrupted before it wrote them.
     *
     * @throws ReportException if the folder holds neither, or they cannot be understood
     */
    public static Run read(Path path) {
        Path results = open(path).path.resolve(RESULTS);
        if (!Files.exists(results)) {
            return JournalReader.read(path.resolve(Journal.FILE));
        }
        try {
            return Json.MAPPER
                    .readValue(Files.readAllBytes(results), ResultsDocument.class)
                    .run();
        } catch (IOException failure) {
            throw ReportException.notRead(results, failure, "Make the file readable, or repeat the run.");
        } catch (JacksonException failure) {
            throw ReportException.notRead(
                    results,
                    new IOException(failure.getOriginalMessage(), failure),
                    "Remove it to read the run from " + Journal.FILE + ", or repeat the run.");
        }
    }

    /** Returns where the folder is. */
    public Path path() {
        return path;
    }

    /**
     * Opens a new journal in the folder, replacing one that is there.
     *
     * @throws ReportException if the file cannot be created
     */
    public Journal journal() {
        return Journal.open(path);
    }

    /**
     * Returns the transcripts that are on disk now, by case id; an unknown case has no calls.
     *
     * @throws ReportException if a file cannot be read
     */
    public Function<String, Transcript> transcripts() {
        return TranscriptFiles.in(path);
    }

    /**
     * Writes the results and every report; one that fails does not stop the others.
     *
     * @param transcripts the calls of a case, by its id; an empty list where there are none
     * @throws ReportException if a file could not be written; the message names all of them
     */
    public void write(Run run, Function<String, Transcript> transcripts) {
        RunFolderFiles.write(path, run, transcripts);
    }
}
