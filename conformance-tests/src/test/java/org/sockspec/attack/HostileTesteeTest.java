package org.sockspec.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.report.Verdict.CRASHED;
import static org.sockspec.report.Verdict.HUNG;
import static org.sockspec.report.Verdict.PASSED;
import static org.sockspec.report.Verdict.UNSUPPORTED;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockspec.report.Verdict;

/** Whatever a testee does in one case, it gets its verdict, all others keep theirs, and nothing stays behind. */
@Timeout(120)
class HostileTesteeTest {

    @TempDir
    private Path folder;

    static Stream<Arguments> attacks() {
        return Stream.of(
                attack(Attack.EXIT, CRASHED, 1, "the testee exited with status 3 during sendto("),
                attack(Attack.DIE_BY_SIGNAL, CRASHED, 1, "the testee died by signal 9 (SIGKILL) during sendto("),
                attack(Attack.FREEZE, HUNG, 1, "sendto(", "did not return within 3000 ms"),
                attack(Attack.HANG_IN_THE_LANE, HUNG, 1, "sendto(", "did not return within 3000 ms"),
                attack(Attack.ANSWER_LATE, HUNG, 1, "sendto(", "did not return within 3000 ms"),
                attack(Attack.ANSWER_AFTER_THE_END, HUNG, 1, "sendto(", "did not return within 3000 ms"),
                attack(Attack.ANSWER_TWICE, CRASHED, 1, "broke the protocol: no request waits for a reply with id"),
                attack(Attack.ANSWER_ANOTHER_REQUEST, CRASHED, 1, "no request waits for a reply with id 123456"),
                attack(Attack.ANSWER_OUT_OF_ORDER, PASSED, 0),
                attack(Attack.SAY_GARBAGE, CRASHED, 1, "not JSON", "the line was: malloc(): corrupted top size"),
                attack(Attack.SAY_HALF_A_LINE, HUNG, 1, "sendto(", "did not return within 3000 ms"),
                attack(Attack.CLOSE_STANDARD_OUTPUT, CRASHED, 1, "closed its standard output and went on running"),
                attack(Attack.DENY_WHAT_IT_DECLARED, UNSUPPORTED, 0, "the testee does not support sendto"),
                attack(Attack.FORK, CRASHED, 1, "exited with status 3"),
                attack(Attack.FORK_A_DAEMON, PASSED, 0));
    }

    private static Arguments attack(Attack attack, Verdict verdict, int exit, String... causes) {
        return Arguments.of(attack, verdict, exit, causes);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void costsItsCaseOnly(Attack attack, Verdict verdict, int exit, String[] causes) throws IOException {
        var run = verdict == HUNG
                ? AttackedRun.by(attack, folder, "--jobs", "2", "--time-scale", "0.3")
                : AttackedRun.by(attack, folder, "--jobs", "2");

        run.requireOthersUnaffected();
        assertThat(run.victim().verdict()).as(run.out()).isEqualTo(verdict);
        assertThat(causes).allSatisfy(cause -> {
            assertThat(run.victim().detail()).contains(cause);
            assertThat(run.out()).contains(cause);
        });
        assertThat(run.exit()).isEqualTo(exit);
        assertThat(run.out().contains("./sockspec run --select " + AttackedRun.VICTIM))
                .as("tells how to repeat the case")
                .isEqualTo(exit == 1);
        assertThat(run.err()).doesNotContain("warning");
        run.requireNothingLeft();
    }

    @Test
    void isReplacedWhereItLeaks() throws IOException {
        var run = AttackedRun.by(Attack.LEAK, folder, "--jobs", "2");

        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.err())
                .contains(
                        "warning: the testee had ", " sockets open after all its sessions had ended, and was replaced")
                .contains("spec/protocol.md");
        run.requireNothingLeft();
    }
}
