package org.sockspec.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockspec.api.Address;
import org.sockspec.api.Bytes;
import org.sockspec.api.Domain;
import org.sockspec.api.Errno;
import org.sockspec.api.FcntlCommand;
import org.sockspec.api.FileFlag;
import org.sockspec.api.Outcome;
import org.sockspec.api.Protocol;
import org.sockspec.api.Returned;
import org.sockspec.api.SocketType;
import org.sockspec.reference.KernelSockets;
import org.sockspec.reference.OpenSockets;

class ConnectWithRetryTest {
    @AutoClose
    private final OpenSockets sockets = new OpenSockets();

    private final KernelSockets kernel = sockets.api;
    private final RecordingApi recorded = new RecordingApi(kernel);
    private final List<Long> waits = new ArrayList<>();
    private Runnable whileWaiting = () -> {};

    private final Waiter waiter = duration -> {
        waits.add(duration.toSeconds());
        whileWaiting.run();
    };

    @ParameterizedTest
    @MethodSource("org.sockspec.helper.Place#all")
    void connectsAtOnce(Place place) {
        int server = bound(place);
        listen(place, server);
        int client = sockets.keep(connect(place, sockets.nameOf(server)));
        assertThat(((Returned) kernel.getpeername(client)).address()).isEqualTo(sockets.nameOf(server));
        assertThat(kernel.send(client, Bytes.of("x"), Set.of())).isEqualTo(Outcome.returned(1));
        assertThat(waits).isEmpty();
        assertThat(recorded.calls).containsExactly("socket", "connect");
    }

    @ParameterizedTest
    @MethodSource("org.sockspec.helper.Place#withConnections")
    void triesAgainUntilTheServerIsThere(Place place) {
        int server = bound(place);
        whileWaiting = () -> {
            if (waits.size() == 3) {
                listen(place, server);
            }
        };
        int client = sockets.keep(connect(place, sockets.nameOf(server)));
        assertThat(((Returned) kernel.getpeername(client)).address()).isEqualTo(sockets.nameOf(server));
        assertThat(waits).containsExactly(1L, 2L, 4L);
        assertThat(recorded.count("connect")).isEqualTo(4);
        sockets.keep(kernel.accept(server, false));
        kernel.fcntl(server, FcntlCommand.F_SETFL, Set.of(FileFlag.O_NONBLOCK));
        assertThat(kernel.accept(server, false)).isEqualTo(Outcome.failed(Errno.EAGAIN));
    }

    @ParameterizedTest
    @MethodSource("org.sockspec.helper.Place#withConnections")
    void givesUpAfterEightTries(Place place) {
        int server = bound(place);
        assertThat(connect(place, sockets.nameOf(server))).isEqualTo(Outcome.failed(Errno.ECONNREFUSED));
        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L);
        assertThat(waits.stream().mapToLong(Long::longValue).sum()).isEqualTo(127);
        assertThat(recorded.calls).containsExactlyElementsOf(eightTries());
        assertThat(recorded.argument("close", 0)).isEqualTo(recorded.argument("connect", 0));
    }

    private static List<String> eightTries() {
        return Collections.nCopies(8, List.of("socket", "connect", "close")).stream()
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void closesTheSocketBeforeItWaits() {
        int server = bound(inet());
        whileWaiting = () -> assertThat(recorded.calls).endsWith("connect", "close");
        connect(inet(), sockets.nameOf(server));
        assertThat(waits).hasSize(7);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "3,2", "4,3", "5,3", "127,7", "128,8", "2147483647,31"})
    void triesAsOftenAsTheMaximumSays(int maximum, int tries) {
        recorded.answer("connect", real -> Outcome.failed(Errno.ECONNREFUSED));
        new ConnectWithRetry(recorded.api, maximum, waiter)
                .connect(Domain.AF_INET, SocketType.SOCK_STREAM, Protocol.DEFAULT, inet().address());
        assertThat(recorded.count("connect")).isEqualTo(tries);
        assertThat(recorded.count("socket")).isEqualTo(tries);
        assertThat(waits).hasSize(tries - 1);
        assertThat(waits.stream().mapToLong(Long::longValue).sum()).isEqualTo((1L << tries - 1) - 1);
    }

    @Test
    void refusesAMaximumThatAllowsNoTry() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConnectWithRetry(kernel, 0, waiter))
                .withMessageContaining("0 s")
                .withMessageContaining("Give 1 or more");
    }

    @Test
    void reportsAtOnceWhatSocketFailedWith() {
        assertThat(connect(
                        new Place(Domain.AF_UNKNOWN, SocketType.SOCK_STREAM, new Address.Unspec()), inet().address()))
                .isEqualTo(Outcome.failed(Errno.EAFNOSUPPORT));
        recorded.answer("socket", real -> Outcome.failed(Errno.EMFILE));
        assertThat(connect(inet(), inet().address())).isEqualTo(Outcome.failed(Errno.EMFILE));
        assertThat(recorded.calls).containsExactly("socket", "socket");
        assertThat(waits).isEmpty();
    }

    @Test
    void reportsTheErrnoOfTheLastConnect() {
        recorded.answer("connect", real -> Outcome.failed(waits.size() == 7 ? Errno.EHOSTUNREACH : Errno.ECONNREFUSED));
        recorded.answer("close", real -> {
            real.get();
            return Outcome.failed(Errno.EIO);
        });
        assertThat(connect(inet(), inet().address())).isEqualTo(Outcome.failed(Errno.EHOSTUNREACH));
    }

    @Test
    void triesErrorsAgainThatNoWaitingCures() {
        var shortAddress = new Address.Malformed(inet().address(), null, 3);
        assertThat(connect(inet(), shortAddress)).isEqualTo(Outcome.failed(Errno.EINVAL));
        assertThat(recorded.count("connect")).isEqualTo(8);
    }

    @Test
    void takesAnInterruptedConnectForAFailedTry() {
        int server = bound(inet());
        kernel.listen(server, 5);
        recorded.answer("connect", real -> waits.isEmpty() ? Outcome.failed(Errno.EINTR) : real.get());
        sockets.keep(connect(inet(), sockets.nameOf(server)));
        assertThat(recorded.calls).containsExactly("socket", "connect", "close", "socket", "connect");
    }

    @Test
    void doesNotTryAgainWhatTheTesteeCannotDo() {
        recorded.answer("connect", real -> new Outcome.Unsupported("connect"));
        assertThat(connect(inet(), inet().address())).isEqualTo(new Outcome.Unsupported("connect"));
        assertThat(recorded.calls).containsExactly("socket", "connect", "close");
    }

    @Test
    void reallyWaitsUnlessInterrupted() {
        long start = System.nanoTime();
        Waiter.blocking().pause(Duration.ofMillis(5));
        assertThat(System.nanoTime() - start).isBetween(5_000_000L, 5_000_000_000L);
        Thread.currentThread().interrupt();
        Waiter.blocking().pause(Duration.ofMinutes(5));
        assertThat(Thread.interrupted()).isTrue();
    }

    private Outcome connect(Place place, Address address) {
        return new ConnectWithRetry(recorded.api, waiter)
                .connect(place.domain(), place.type(), Protocol.DEFAULT, address);
    }

    private static Place inet() {
        return Place.withConnections().findFirst().orElseThrow();
    }

    private int bound(Place place) {
        int fd = sockets.socket(place.domain(), place.type());
        assertThat(kernel.bind(fd, place.address())).isEqualTo(Outcome.returned(0));
        return fd;
    }

    private void listen(Place place, int fd) {
        if (place.type().isConnectionMode()) {
            assertThat(kernel.listen(fd, 5)).isEqualTo(Outcome.returned(0));
        }
    }
}
