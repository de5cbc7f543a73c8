package org.sockspec.report.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockspec.report.CaseResult;
import org.sockspec.report.ReportException;
import org.sockspec.report.Run;
import org.sockspec.report.Samples;
import org.sockspec.report.Transcript;
import org.sockspec.report.Verdict;

class JournalTest {
    @TempDir
    Path folder;

    private final Run run = Samples.run();

    private void write(Run written) {
        try (Journal journal = Journal.open(folder)) {
            journal.begin(Samples.header());
            written.cases().forEach(result -> journal.append(result, Samples.transcript(result.id())));
        }
    }

    @Test
    void everyLineIsValid() throws IOException {
        write(run);
        write(Samples.hostile());

        assertThat(Files.readAllLines(folder.resolve(Journal.FILE)))
                .hasSize(1 + Samples.hostile().cases().size())
                .allSatisfy(line -> assertThat(Schemas.violations("journal.schema.json", line))
                        .isEmpty());
    }

    @Test
    void interruptedRunIsReadFromItsJournal() {
        write(run);

        Run read = RunFolder.read(folder);

        assertThat(read.cases()).isEqualTo(run.cases());
        assertThat(read.clauses()).isEqualTo(run.clauses());
        assertThat(read.implementation()).isEqualTo(run.implementation());
        assertThat(read.interrupted()).isTrue();
        assertThat(read.wallMs()).isPositive();
    }

    @Test
    void everyTruncationLosesAtMostTheLastCase() throws IOException {
        write(run);
        byte[] whole = Files.readAllBytes(folder.resolve(Journal.FILE));
        int header = new String(whole, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;

        for (int length = header; length < whole.length; length += 97) {
            byte[] cut = Arrays.copyOf(whole, length);
            long lines = IntStream.range(0, length).filter(i -> cut[i] == '\n').count();
            Files.write(folder.resolve(Journal.FILE), cut);

            assertThat(RunFolder.read(folder).cases().size()).isBetween((int) lines - 1, (int) lines);
            assertThat(RunFolder.open(folder)
                            .transcripts()
                            .apply(run.cases().get(0).id())
                            .calls()
                            .size())
                    .isEqualTo(lines > 1 ? 7 : 0);
        }
    }

    @Test
    void tornLineCostsOnlyItself() throws IOException {
        write(run);
        List<String> lines = Files.readAllLines(folder.resolve(Journal.FILE));
        lines.set(3, lines.get(3).substring(0, 40));
        Files.write(folder.resolve(Journal.FILE), lines);

        assertThat(RunFolder.read(folder).cases())
                .hasSize(run.cases().size() - 1)
                .doesNotContain(run.cases().get(2));
    }

    @Test
    void laterLineOfACaseCounts() {
        CaseResult first = run.cases().get(0);
        CaseResult again =
                new CaseResult(first.id(), first.clause(), "must", Verdict.CRASHED, null, null, 1, null, null, null);
        try (Journal journal = Journal.open(folder)) {
            journal.begin(Samples.header());
            journal.append(first, Samples.transcript(first.id()));
            journal.append(again, Transcript.NONE);
        }

        assertThat(RunFolder.read(folder).cases()).containsExactly(again);
        assertThat(RunFolder.open(folder).transcripts().apply(first.id())).isEqualTo(Transcript.NONE);
    }

    @Test
    void manyThreadsAppendWholeLines() {
        Run big = Samples.big(2_000, Verdict.PASSED);
        try (Journal journal = Journal.open(folder)) {
            journal.begin(Samples.header());
            big.cases().parallelStream().forEach(result -> journal.append(result, Samples.transcript(result.id())));
        }

        assertThat(RunFolder.read(folder).cases()).containsExactlyInAnyOrderElementsOf(big.cases());
    }

    @Test
    void interruptedThreadStillAppends() {
        try (Journal journal = Journal.open(folder)) {
            journal.begin(Samples.header());
            Thread.currentThread().interrupt();
            journal.append(run.cases().get(0), Transcript.NONE);
            assertThat(Thread.interrupted()).isTrue();
            journal.append(run.cases().get(1), Transcript.NONE);
        }

        assertThat(RunFolder.read(folder).cases()).hasSize(2);
    }

    @Test
    void fullDiskIsNamedWithTheNextStep() throws IOException {
        Files.createSymbolicLink(folder.resolve(Journal.FILE), Path.of("/dev/full"));

        try (Journal journal = Journal.open(folder)) {
            assertThatThrownBy(() -> journal.append(run.cases().get(0), Transcript.NONE))
                    .isInstanceOf(ReportException.class)
                    .hasMessageContainingAll(Journal.FILE, "No space left on device", "--out");
        }
        Files.delete(folder.resolve(Journal.FILE));
    }

    @Test
    void journalWithoutAHeaderIsNamed() throws IOException {
        Files.writeString(folder.resolve(Journal.FILE), "{\"suite\":{");

        assertThatThrownBy(() -> RunFolder.read(folder))
                .isInstanceOf(ReportException.class)
                .hasMessageContainingAll(Journal.FILE, "not a whole header", "Repeat the run");
    }
}
