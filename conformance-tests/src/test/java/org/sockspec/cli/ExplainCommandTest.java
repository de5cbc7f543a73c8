package org.sockspec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExplainCommandTest {
    private final Console console = new Console();

    @Test
    void explainsADeviationOfTheReference() {
        assertThat(console.sockspec("explain", "names.peer.shut-down@unix.stream"))
                .isZero();
        assertThat(console.out())
                .contains("accepted  EINVAL: the call fails with EINVAL")
                .contains("Linux deviates")
                .contains("state     executable")
                .contains("org.sockspec.specs.names.StatesSpec#peerName")
                .contains("the reference is known to answer 0 in names.peer.shut-down@*");
    }

    @Test
    void pointsToTheListForAPattern() {
        assertThat(console.sockspec("explain", "names.*")).isEqualTo(64);
        assertThat(console.err()).contains("./sockspec list --select 'names.*'");
    }
}
