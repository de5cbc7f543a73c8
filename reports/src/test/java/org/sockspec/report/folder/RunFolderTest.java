package org.sockspec.report.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockspec.report.ReportException;
import org.sockspec.report.Run;
import org.sockspec.report.Samples;
import org.sockspec.report.Transcript;
import org.sockspec.report.Verdict;

class RunFolderTest {
    @TempDir
    Path temp;

    private final Run run = Samples.run();

    private Path written(Run run) {
        RunFolder folder = RunFolder.create(temp.resolve("out/run"));
        folder.write(run, Samples::transcript);
        return folder.path();
    }

    @Test
    void resultsAreValidAndReadBackEqual() throws IOException {
        Path folder = written(run);

        assertThat(Schemas.violations("results.schema.json", Files.readString(folder.resolve("results.json"))))
                .isEmpty();
        assertThat(RunFolder.read(folder)).isEqualTo(run);
    }

    @Test
    void resultsHaveOneLineForEachCase() throws IOException {
        assertThat(Files.readAllLines(written(run).resolve("results.json")))
                .filteredOn(line -> line.contains("\"verdict\""))
                .hasSameSizeAs(run.cases())
                .allMatch(line -> line.contains("\"id\"") && line.contains("\"durationMs\""));
    }

    @Test
    void hostileTextLeavesValidResults() throws IOException {
        Path folder = written(Samples.hostile());

        assertThat(Schemas.violations("results.schema.json", Files.readString(folder.resolve("results.json"))))
                .isEmpty();
        assertThat(RunFolder.read(folder).cases()).hasSize(3);
    }

    @Test
    void everyReportIsThereAndNothingElse() throws IOException {
        try (Stream<Path> files = Files.walk(written(run))) {
            assertThat(files.filter(Files::isRegularFile).map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder(
                            "results.json",
                            "index.html",
                            "junit.xml",
                            "summary.md",
                            "badge.svg",
                            "connect.ndjson",
                            "accept.ndjson",
                            "recv.ndjson",
                            "shutdown.ndjson",
                            "bind.ndjson",
                            "dgram.ndjson",
                            "reset.ndjson",
                            "readiness.ndjson");
        }
    }

    @Test
    void transcriptsHoldOneLineForEachCase() throws IOException {
        Path folder = written(run);

        assertThat(Files.readAllLines(folder.resolve("transcripts/connect.ndjson")))
                .hasSize(2)
                .allMatch(line ->
                        line.startsWith("{\"case\":\"connect.refused.no-listener@") && line.contains("\"calls\":[{"));
        assertThat(RunFolder.open(folder).transcripts().apply("connect.refused.no-listener@inet.stream"))
                .isEqualTo(Samples.transcript(""));
        assertThat(RunFolder.open(folder).transcripts().apply("no.such@case")).isEqualTo(Transcript.NONE);
    }

    @Test
    void textThatReportsCutIsWholeInItsRawFile() throws IOException {
        assertThat(Files.readString(
                        written(Samples.hostile()).resolve("raw/connect.refused.no-listener@inet.stream.txt")))
                .contains("--- detail", "<script>")
                .hasSizeGreaterThan(40 * Samples.HOSTILE.length());
    }

    @Test
    void oneReportThatCannotBeWrittenDoesNotStopTheOthers() throws IOException {
        RunFolder folder = RunFolder.create(temp);
        Files.createDirectories(temp.resolve("junit.xml/in-the-way"));
        Files.writeString(temp.resolve("transcripts"), "in the way");

        assertThatThrownBy(() -> folder.write(run, Samples::transcript))
                .isInstanceOf(ReportException.class)
                .hasMessageContainingAll(
                        "junit.xml", "transcripts/connect.ndjson", temp.toString(), "./sockspec report");
        assertThat(temp.resolve("results.json")).exists();
        assertThat(temp.resolve("index.html")).exists();
        assertThat(temp.resolve("badge.svg")).exists();
    }

    @Test
    void transcriptThatCannotBeReadDoesNotStopTheOthers() {
        RunFolder folder = RunFolder.create(temp);

        assertThatThrownBy(() -> folder.write(run, caseId -> {
                    throw new ReportException("cannot read journal.ndjson", new IOException());
                }))
                .isInstanceOf(ReportException.class)
                .hasMessageContainingAll("index.html", "transcripts/connect.ndjson", "cannot read journal.ndjson");
        assertThat(temp.resolve("results.json")).exists();
        assertThat(temp.resolve("junit.xml")).exists();
    }

    @Test
    void fullDiskIsReportedAndLeavesNoHalfFile() throws IOException {
        RunFolder folder = RunFolder.create(temp);
        Files.createSymbolicLink(temp.resolve(".results.json.tmp"), Path.of("/dev/full"));
        Files.createSymbolicLink(temp.resolve(".junit.xml.tmp"), Path.of("/dev/full"));
        Files.createSymbolicLink(temp.resolve(".index.html.tmp"), Path.of("/dev/full"));

        assertThatThrownBy(() -> folder.write(Samples.big(400, Verdict.PASSED), Samples::transcript))
                .isInstanceOf(ReportException.class)
                .hasMessageContainingAll(
                        "results.json (No space left on device)",
                        "junit.xml (No space left on device)",
                        "index.html (No space left on device)");
        assertThat(temp.resolve("results.json")).doesNotExist();
        assertThat(temp.resolve("summary.md")).exists();
    }

    @Test
    void newRunReplacesTheFilesOfAnEarlierOneAndNoOthers() throws IOException {
        Path folder = written(Samples.hostile());
        Files.writeString(folder.resolve("notes.txt"), "mine");

        RunFolder.create(folder);

        assertThat(folder.resolve("notes.txt")).exists();
        assertThat(folder.resolve("results.json")).doesNotExist();
        assertThat(folder.resolve("raw")).isEmptyDirectory();
        assertThat(folder.resolve("transcripts")).isEmptyDirectory();
    }

    @Test
    void fileInPlaceOfTheFolderIsNamed() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");

        assertThatThrownBy(() -> RunFolder.create(file))
                .isInstanceOf(ReportException.class)
                .hasMessage("cannot write " + file + ": it is a file, not a folder. Choose another folder with --out.");
    }

    @Test
    void folderThatCannotBeCreatedIsNamed() {
        assertThatThrownBy(() -> RunFolder.create(Path.of("/proc/self/sockspec")))
                .isInstanceOf(ReportException.class)
                .hasMessageContainingAll("/proc/self/sockspec", "--out");
    }

    @Test
    void foreignResultsAreRefusedWithTheNextStep() throws IOException {
        for (String text : List.of("{\"cases\":3}", "{}", "no json", "")) {
            Files.writeString(temp.resolve("results.json"), text);

            assertThatThrownBy(() -> RunFolder.read(temp))
                    .isInstanceOf(ReportException.class)
                    .hasMessageContainingAll("results.json", "repeat the run");
        }
    }

    @Test
    void folderWithoutARunIsNamed() {
        assertThatThrownBy(() -> RunFolder.read(temp))
                .isInstanceOf(ReportException.class)
                .hasMessageContainingAll(Journal.FILE, "no such file", "Name a folder that a run has written");
        assertThatThrownBy(() -> RunFolder.read(temp.resolve("none")))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("it is not a folder");
    }

    @Test
    void thousandsOfCasesAreWrittenAndReadBack() {
        Run big = Samples.big(5_000, Verdict.PASSED);

        assertThat(RunFolder.read(written(big))).isEqualTo(big);
    }
}
