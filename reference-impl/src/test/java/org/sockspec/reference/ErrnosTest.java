package org.sockspec.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockspec.api.Bytes;
import org.sockspec.api.Errno;
import org.sockspec.api.Outcome;

class ErrnosTest {
    public interface GnuLibc extends Library {
        @Nullable String strerrorname_np(int number);
    }

    @ParameterizedTest
    @CsvSource({"1,EPERM", "40,ELOOP", "42,ENOMSG", "59,EBFONT", "98,EADDRINUSE", "111,ECONNREFUSED", "133,EHWPOISON"})
    void namesNumbers(int number, String name) {
        assertThat(Errnos.of(number)).isEqualTo(new Errno(name));
        assertThat(Errnos.number(name)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"0", "41", "58", "134", "524", "-3"})
    void keepsTheDigitsOfNumbersWithoutName(int number) {
        assertThat(Errnos.of(number)).isEqualTo(new Errno("ERRNO_" + number));
    }

    @Test
    void agreesWithLibc() {
        var libc = Native.load("c", GnuLibc.class);
        assertThat(IntStream.rangeClosed(1, 133)
                        .filter(number -> number != 41 && number != 58)
                        .mapToObj(number -> Errnos.of(number).name()))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 133)
                        .mapToObj(libc::strerrorname_np)
                        .filter(Objects::nonNull)
                        .toList());
    }

    @Test
    void everyThreadGetsTheErrnoOfItsOwnCall() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try (var sockets = new OpenSockets()) {
            var api = sockets.api;
            int pipe = Objects.requireNonNull(OpenSockets.returned(api.pipe()).fds())
                    .get(0);
            Callable<Set<Outcome>> badDescriptor = () -> repeat(() -> api.send(-1, Bytes.EMPTY, Set.of()));
            Callable<Set<Outcome>> noSocket = () -> repeat(() -> api.send(pipe, Bytes.EMPTY, Set.of()));
            var first = IntStream.range(0, 4)
                    .mapToObj(i -> pool.submit(badDescriptor))
                    .toList();
            var second =
                    IntStream.range(0, 4).mapToObj(i -> pool.submit(noSocket)).toList();
            for (int i = 0; i < 4; i++) {
                assertThat(first.get(i).get()).containsExactly(Outcome.failed(Errno.EBADF));
                assertThat(second.get(i).get()).containsExactly(Outcome.failed(Errno.ENOTSOCK));
            }
        } finally {
            pool.shutdown();
        }
    }

    private static Set<Outcome> repeat(Callable<Outcome> call) throws Exception {
        var outcomes = new HashSet<Outcome>();
        for (int i = 0; i < 2_000; i++) {
            outcomes.add(call.call());
        }
        return outcomes;
    }
}
