package org.sockspec.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sockspec.cli.Console;
import org.sockspec.report.CaseResult;
import org.sockspec.report.Verdict;
import org.sockspec.report.folder.RunFolder;

/**
 * A run of cases of which one sets off the attack of a hostile testee, and others share the testee with it.
 *
 * @param folder of the run
 * @param exit its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record AttackedRun(Path folder, int exit, String out, String err) {
    static final String VICTIM = "socket.create.dgram@inet.dgram";
    private static final List<String> OTHERS = List.of(
            "accept.blocks@unix.stream",
            "connect.refused.no-listener@inet.stream",
            "listen.success@inet.stream",
            "listen.success@unix.stream",
            "names.local.bound@inet.stream",
            "names.local.bound@unix.stream",
            "names.peer.connected@inet.stream",
            "socket.create.stream@inet.stream",
            "socket.create.stream@unix.stream");

    static AttackedRun by(Attack attack, Path folder, String... options) {
        return of(folder, HostileTestee.command(attack, folder), options);
    }

    static AttackedRun of(Path folder, List<String> testee, String... options) {
        var console = new Console();
        int exit = console.sockspec(line(folder, testee, options));
        return new AttackedRun(folder, exit, console.out(), console.err());
    }

    static String[] line(Path folder, List<String> testee, String... options) {
        var line = new ArrayList<>(List.of("run", "--out", folder.toString()));
        Stream.concat(Stream.of(VICTIM), OTHERS.stream()).forEach(id -> line.addAll(List.of("--select", id)));
        line.addAll(List.of(options));
        line.add("--");
        line.addAll(testee);
        return line.toArray(String[]::new);
    }

    CaseResult victim() {
        return results()
                .filter(result -> result.id().equals(VICTIM))
                .findFirst()
                .orElseThrow();
    }

    /** Expects that all cases but the one that set off the attack have passed. */
    AttackedRun requireOthersUnaffected() {
        assertThat(results().filter(result -> OTHERS.contains(result.id())))
                .as(out + err)
                .hasSize(OTHERS.size())
                .allMatch(result -> result.verdict() == Verdict.PASSED, "passes");
        return this;
    }

    private Stream<CaseResult> results() {
        return RunFolder.read(folder).cases().stream();
    }

    /** Expects that no process and no socket file of a testee is left. */
    AttackedRun requireNothingLeft() throws IOException {
        for (var pid : noted("processes")) {
            ProcessHandle.of(Long.parseLong(pid))
                    .ifPresent(process -> assertThat(process.onExit())
                            .as("end of process " + pid)
                            .succeedsWithin(Duration.ofSeconds(10)));
        }
        assertThat(noted("files")).noneMatch(file -> Files.exists(Path.of(file).getParent()));
        return this;
    }

    private List<String> noted(String kind) throws IOException {
        var notes = folder.resolve(kind);
        return Files.exists(notes) ? Files.readAllLines(notes) : List.of();
    }
}
