package org.sockspec.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sockspec.api.Errno;
import org.sockspec.api.Outcome;

class ResultTest {
    private static final Outcome SEVEN = Outcome.returned(7);
    private static final Outcome REFUSED = Outcome.failed(Errno.ECONNREFUSED);

    @Test
    void recognisesEverySuccess() {
        assertThat(new Result("success").matches(SEVEN)).isTrue();
        assertThat(new Result("success").matches(REFUSED)).isFalse();
    }

    @Test
    void recognisesOneReturnValue() {
        assertThat(new Result("7").matches(SEVEN)).isTrue();
        assertThat(new Result("0").matches(SEVEN)).isFalse();
    }

    @Test
    void recognisesOneErrno() {
        assertThat(new Result("ECONNREFUSED").matches(REFUSED)).isTrue();
        assertThat(new Result("ECONNRESET").matches(REFUSED)).isFalse();
        assertThat(new Result("ECONNREFUSED").matches(new Outcome.StillBlocked()))
                .isFalse();
    }
}
