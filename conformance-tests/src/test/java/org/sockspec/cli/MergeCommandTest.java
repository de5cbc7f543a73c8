package org.sockspec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockspec.report.CaseResult;
import org.sockspec.report.folder.RunFolder;

class MergeCommandTest {
    @TempDir
    private Path folder;

    private final Console console = new Console();

    @Test
    void makesOfAllShardsTheWholeRun() {
        for (var shard : new String[] {"1/3", "2/3", "3/3"}) {
            run("linux", "--shard", shard, "--out", at(shard.substring(0, 1)));
        }
        run("linux", "--out", at("whole"));

        assertThat(console.sockspec("merge", at("3"), at("1"), at("2"), "--out", at("merged")))
                .isZero();
        var merged = RunFolder.read(folder.resolve("merged"));
        var whole = RunFolder.read(folder.resolve("whole"));
        assertThat(merged.cases())
                .extracting(CaseResult::id)
                .isEqualTo(whole.cases().stream().map(CaseResult::id).toList());
        assertThat(merged.clauses()).isEqualTo(whole.clauses());
        assertThat(merged.cases())
                .allSatisfy(result -> assertThat(RunFolder.open(folder.resolve("merged"))
                                .transcripts()
                                .apply(result.id())
                                .calls())
                        .isNotEmpty());
    }

    @Test
    void refusesRunsOfDifferentKinds() {
        run("linux", "--out", at("one"));
        run("posix", "--out", at("other"));

        assertThat(console.sockspec("merge", at("one"), at("other"), "--out", at("merged")))
                .isEqualTo(64);
        assertThat(console.err()).contains("in the profile posix").contains("only shards of one run can be merged");
    }

    private void run(String profile, String... options) {
        var line = new String[options.length + 5];
        System.arraycopy(new String[] {"run", "--profile", profile, "--select", "names.local.*"}, 0, line, 0, 5);
        System.arraycopy(options, 0, line, 5, options.length);
        new Console().sockspec(line);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }
}
