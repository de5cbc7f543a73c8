package org.sockspec.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.report.Verdict.CRASHED;
import static org.sockspec.report.Verdict.PASSED;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sockspec.cli.Main;

/** However much a testee says, a harness with little memory copes. */
@Timeout(120)
class BoundedMemoryTest {

    @TempDir
    private Path folder;

    @Test
    void aLongLineEndsTheTestee() throws IOException {
        var run = run(Attack.SAY_A_LONG_LINE);

        assertThat(run.exit()).as(run.out()).isEqualTo(1);
        assertThat(run.victim().verdict()).isEqualTo(CRASHED);
        assertThat(run.out()).contains("a line is longer than 8388608 bytes", "during sendto(");
        run.requireOthersUnaffected().requireNothingLeft();
    }

    @Test
    void aFloodOnStandardErrorDoesNotDisturb() throws IOException {
        var run = run(Attack.FLOOD_STANDARD_ERROR);

        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.victim().verdict()).isEqualTo(PASSED);
        run.requireOthersUnaffected().requireNothingLeft();
    }

    private AttackedRun run(Attack attack) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx80m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(AttackedRun.line(folder, HostileTestee.command(attack, folder), "--jobs", "2")));
        var harness = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(harness.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new AttackedRun(folder, harness.onExit().join().exitValue(), output, "");
    }
}
