package org.sockspec.report.folder;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sockspec.report.ReportException;
import org.sockspec.report.Transcript;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Finds the transcript of a case on disk, so that a run need not hold all of them in memory. */
final class TranscriptFiles implements Function<String, Transcript> {
    private final Map<String, Line> lines = new HashMap<>();

    private record Line(Path file, long offset, int length) {}

    /** Looks through the journal, or where there is none, through the transcripts. */
    static TranscriptFiles in(Path runFolder) {
        TranscriptFiles found = new TranscriptFiles();
        Path journal = runFolder.resolve(Journal.FILE);
        if (Files.exists(journal)) {
            found.index(journal);
        } else if (Files.isDirectory(runFolder.resolve("transcripts"))) {
            try (Stream<Path> files = Files.list(runFolder.resolve("transcripts"))) {
                files.filter(file -> file.toString().endsWith(".ndjson"))
                        .sorted()
                        .forEach(found::index);
            } catch (IOException failure) {
                throw notRead(runFolder.resolve("transcripts"), failure);
            }
        }
        return found;
    }

    @Override
    public Transcript apply(String caseId) {
        Line line = lines.get(caseId);
        if (line == null) {
            return Transcript.NONE;
        }
        try (RandomAccessFile in = new RandomAccessFile(line.file.toFile(), "r")) {
            byte[] bytes = new byte[line.length];
            in.seek(line.offset);
            in.readFully(bytes);
            return Json.MAPPER.readValue(bytes, TranscriptLine.class).transcript();
        } catch (IOException failure) {
            throw notRead(line.file, failure);
        } catch (JacksonException failure) {
            throw notRead(line.file, new IOException("no transcript in the line of " + caseId, failure));
        }
    }

    private void index(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long offset = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next != '\n') {
                    line.write(next);
                    continue;
                }
                index(file, offset, line.toByteArray());
                offset += line.size() + 1L;
                line.reset();
            }
        } catch (IOException failure) {
            throw notRead(file, failure);
        }
    }

    private void index(Path file, long offset, byte[] line) {
        try (JsonParser parser = Json.MAPPER.createParser(line)) {
            boolean named = parser.nextToken() == JsonToken.START_OBJECT
                    && "case".equals(parser.nextName())
                    && parser.nextToken() == JsonToken.VALUE_STRING;
            // Ends like a whole line; a cut off one is no transcript.
            if (named && line[line.length - 1] == '}') {
                lines.put(parser.getString(), new Line(file, offset, line.length));
            }
        } catch (JacksonException cutOff) {
            return;
        }
    }

    private static ReportException notRead(Path file, IOException failure) {
        return ReportException.notRead(file, failure, "Repeat the run to get its transcripts.");
    }
}
