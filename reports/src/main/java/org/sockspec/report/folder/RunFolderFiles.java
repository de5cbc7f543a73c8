package org.sockspec.report.folder;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sockspec.report.CaseResult;
import org.sockspec.report.ClauseInfo;
import org.sockspec.report.ReportException;
import org.sockspec.report.Run;
import org.sockspec.report.RunFiles;
import org.sockspec.report.Transcript;
import org.sockspec.report.badge.Badge;
import org.sockspec.report.html.HtmlReport;
import org.sockspec.report.junit.JUnitReport;
import org.sockspec.report.markdown.Summary;

/** Knows every file of a run folder except the journal: how to write it, and how to remove it. */
final class RunFolderFiles {
    private RunFolderFiles() {}

    static void write(Path folder, Run run, Function<String, Transcript> transcripts) {
        Map<String, IOException> failures = new LinkedHashMap<>();
        contents(run, transcripts).forEach((name, content) -> {
            try {
                Replacement.write(folder.resolve(name), content);
            } catch (IOException failure) {
                failures.put(name, failure);
            } catch (ReportException failure) {
                // A transcript that cannot be read spoils only the reports that show it.
                failures.put(name, new IOException(failure.getMessage(), failure));
            }
        });
        if (!failures.isEmpty()) {
            throw notWritten(folder, failures);
        }
    }

    // The results come first: while space lasts they are worth most, everything else is made from them.
    private static Map<String, Replacement.Content> contents(Run run, Function<String, Transcript> transcripts) {
        Map<String, Replacement.Content> contents = new LinkedHashMap<>();
        contents.put(RunFolder.RESULTS, out -> Json.writeDocument(out, ResultsDocument.of(run)));
        contents.put("junit.xml", out -> JUnitReport.write(run, out));
        contents.put("summary.md", out -> Summary.write(run, out));
        contents.put("badge.svg", out -> Badge.write(run, out));
        contents.put("index.html", out -> HtmlReport.write(run, transcripts, out));
        byArea(run.cases())
                .forEach((area, cases) -> contents.put(RunFiles.transcripts(area), out -> {
                    for (CaseResult result : cases) {
                        TranscriptLine line = TranscriptLine.of(result.id(), transcripts.apply(result.id()));
                        out.write(Json.MAPPER.writeValueAsString(line));
                        out.write('\n');
                    }
                }));
        run.cases().stream()
                .filter(RunFiles::needsRaw)
                .forEach(result -> contents.put(RunFiles.raw(result.id()), out -> writeRaw(result, out)));
        return contents;
    }

    private static Map<String, List<CaseResult>> byArea(List<CaseResult> cases) {
        return cases.stream()
                .collect(Collectors.groupingBy(
                        result -> ClauseInfo.areaOf(result.id()), LinkedHashMap::new, Collectors.toList()));
    }

    private static void writeRaw(CaseResult result, Writer out) throws IOException {
        out.write(result.id() + "\n");
        writeRaw("observed", result.observed(), out);
        writeRaw("detail", result.detail(), out);
        writeRaw("stderr", result.stderr(), out);
    }

    private static void writeRaw(String title, @Nullable String text, Writer out) throws IOException {
        if (text != null) {
            out.write("\n--- " + title + "\n" + text + "\n");
        }
    }

    private static ReportException notWritten(Path folder, Map<String, IOException> failures) {
        String files = failures.entrySet().stream()
                .limit(8)
                .map(failure -> failure.getKey() + " (" + ReportException.reason(failure.getValue()) + ")")
                .collect(Collectors.joining(", "));
        String more = failures.size() > 8 ? " and " + (failures.size() - 8) + " more" : "";
        IOException first = failures.values().iterator().next();
        return new ReportException(
                "cannot write in " + folder + ": " + files + more
                        + ". Every other report is there, and the journal is kept; remove the cause, then run: "
                        + "./sockspec report " + folder,
                first);
    }

    static void removeFrom(Path folder) throws IOException {
        for (String name :
                List.of(Journal.FILE, RunFolder.RESULTS, "junit.xml", "summary.md", "badge.svg", "index.html")) {
            Files.deleteIfExists(folder.resolve(name));
        }
        removeAll(folder.resolve("transcripts"), "*.ndjson");
        removeAll(folder.resolve("raw"), "*.txt");
    }

    private static void removeAll(Path folder, String glob) throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, glob)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
        }
    }
}
