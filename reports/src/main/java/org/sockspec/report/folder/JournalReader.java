package org.sockspec.report.folder;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockspec.report.CaseResult;
import org.sockspec.report.ReportException;
import org.sockspec.report.Run;
import org.sockspec.report.RunHeader;
import tools.jackson.core.JacksonException;

/** Reads the journal of a run that never came to write its results. */
final class JournalReader {
    private JournalReader() {}

    static Run read(Path file) {
        try (BufferedReader lines = new BufferedReader(reader(file))) {
            RunHeader header = parse(lines.readLine(), RunHeader.class);
            if (header == null) {
                throw ReportException.notRead(
                        file, new IOException("its first line is not a whole header"), "Repeat the run.");
            }
            Map<String, CaseResult> cases = new LinkedHashMap<>();
            double wallMs = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JournalLine.Ended ended = parse(line, JournalLine.Ended.class);
                if (ended != null && ended.result() != null) {
                    cases.put(ended.result().id(), ended.result());
                    wallMs = Math.max(wallMs, ended.atMs());
                }
            }
            return header.run(wallMs, true, List.copyOf(cases.values()));
        } catch (IOException failure) {
            throw ReportException.notRead(
                    file, failure, "Name a folder that a run has written, with results.json or " + Journal.FILE + ".");
        }
    }

    // Lenient about the encoding, which may end inside a character.
    private static Reader reader(Path file) throws IOException {
        return new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8);
    }

    /** Returns nothing for a line that was cut off when its process or disk gave up. */
    private static <T> @Nullable T parse(@Nullable String line, Class<T> type) {
        try {
            return line == null ? null : Json.MAPPER.readValue(line, type);
        } catch (JacksonException cutOff) {
            return null;
        }
    }
}
