package org.sockspec.report.folder;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.sockspec.report.CaseResult;
import org.sockspec.report.ReportException;
import org.sockspec.report.RunHeader;
import org.sockspec.report.Transcript;

/**
 * Keeps what finished: one line for each case, on disk before {@link #append} returns.
 *
 * <p>Safe for use by many threads. A line that could not be written whole is skipped by readers.
 */
public final class Journal implements AutoCloseable {

    /** Name of the journal in the run folder. */
    public static final String FILE = "journal.ndjson";

    private final Path file;
    private final OutputStream out;
    private final long opened = System.nanoTime();
    private boolean torn;

    private Journal(Path file, OutputStream out) {
        this.file = file;
        this.out = out;
    }

    /**
     * Opens a new journal in a run folder, replacing one that is there.
     *
     * @throws ReportException if the file cannot be created
     */
    public static Journal open(Path runFolder) {
        Path file = runFolder.resolve(FILE);
        try {
            // Not a channel: an interrupted thread would close that for all others.
            return new Journal(file, new FileOutputStream(file.toFile()));
        } catch (IOException failure) {
            throw ReportException.notWritten(file, failure, "Choose another folder with --out.");
        }
    }

    /**
     * Writes the first line.
     *
     * @throws ReportException if it cannot be written
     */
    public void begin(RunHeader header) {
        write(header);
    }

    /**
     * Appends a finished case; where one case is appended twice, the later line counts.
     *
     * @param transcript what the case did
     * @throws ReportException if it cannot be written; what was written before stays readable
     */
    public void append(CaseResult result, Transcript transcript) {
        write(new JournalLine(
                result.id(), (System.nanoTime() - opened) / 1e6, result, transcript.calls(), transcript.learnt()));
    }

    private synchronized void write(Object value) {
        byte[] line = Json.line(value);
        try {
            if (torn) {
                out.write('\n');
                torn = false;
            }
            torn = true;
            out.write(line);
            torn = false;
        } catch (IOException failure) {
            throw ReportException.notWritten(
                    file,
                    failure,
                    "What it holds so far is kept; free some space or choose another folder with --out.");
        }
    }

    /**
     * Closes the file.
     *
     * @throws ReportException if the system reports that late data were lost
     */
    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException failure) {
            throw ReportException.notWritten(file, failure, "Run again with another folder by --out.");
        }
    }
}
