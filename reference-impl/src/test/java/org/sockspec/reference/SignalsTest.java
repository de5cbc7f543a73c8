package org.sockspec.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.reference.OpenSockets.ANY_PORT;
import static org.sockspec.reference.OpenSockets.failed;
import static org.sockspec.reference.OpenSockets.returned;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockspec.api.Bytes;
import org.sockspec.api.Domain;
import org.sockspec.api.FdSets;
import org.sockspec.api.Outcome;
import org.sockspec.api.PollEvent;
import org.sockspec.api.PollFd;
import org.sockspec.api.Returned;
import org.sockspec.api.Signal;
import org.sockspec.api.SocketType;

@Timeout(20)
class SignalsTest {
    @AutoClose
    private final OpenSockets sockets = new OpenSockets();

    private final KernelSockets api = sockets.api;

    @RepeatedTest(50)
    void interruptsABlockedAccept() throws Exception {
        int listener = sockets.listener(Domain.AF_INET, ANY_PORT);
        assertThat(api.sigaction(Signal.SIGUSR1, false)).isEqualTo(Outcome.returned(0));
        var blocked = BlockedCall.start(() -> api.accept(listener, true));
        assertThat(api.pthreadKill(blocked.thread(), Signal.SIGUSR1)).isEqualTo(Outcome.returned(0));
        assertThat(blocked.outcome()).isEqualTo(failed("EINTR"));
    }

    @Test
    void interruptsPollAndSelect() throws Exception {
        int fd = sockets.pair(SocketType.SOCK_STREAM).get(0);
        api.sigaction(Signal.SIGURG, false);
        List<Callable<Outcome>> calls = List.of(
                () -> api.poll(List.of(new PollFd(fd, Set.of(PollEvent.POLLIN))), -1),
                () -> api.select(new FdSets(List.of(fd), List.of(), List.of()), -1));
        for (var call : calls) {
            var blocked = BlockedCall.start(call);
            assertThat(api.pthreadKill(blocked.thread(), Signal.SIGURG)).isEqualTo(Outcome.returned(0));
            assertThat(blocked.outcome()).isEqualTo(failed("EINTR"));
        }
    }

    @Test
    void restartsACallWhenAskedTo() throws Exception {
        var pair = sockets.pair(SocketType.SOCK_STREAM);
        api.sigaction(Signal.SIGIO, true);
        var blocked = BlockedCall.start(() -> api.recv(pair.get(0), 9, Set.of()));
        assertThat(api.pthreadKill(blocked.thread(), Signal.SIGIO)).isEqualTo(Outcome.returned(0));
        assertThat(api.pthreadKill(blocked.thread(), Signal.SIGIO)).isEqualTo(Outcome.returned(0));
        sockets.send(pair.get(1), "x");
        assertThat(blocked.outcome()).isEqualTo(Returned.received(Bytes.of("x")));
    }

    @Test
    void restartingCanBeTurnedOffAgain() throws Exception {
        var pair = sockets.pair(SocketType.SOCK_STREAM);
        api.sigaction(Signal.SIGUSR1, true);
        api.sigaction(Signal.SIGUSR1, false);
        var blocked = BlockedCall.start(() -> api.recv(pair.get(0), 9, Set.of()));
        api.pthreadKill(blocked.thread(), Signal.SIGUSR1);
        assertThat(blocked.outcome()).isEqualTo(failed("EINTR"));
    }

    @Test
    void findsNoThreadThatMakesNoCall() {
        var impatient = new Signals(new Callers(Duration.ofMillis(5)));
        assertThat(impatient.pthreadKill(Thread.currentThread(), Signal.SIGUSR1))
                .isEqualTo(failed("ESRCH"));
    }

    @Test
    void noSignalReachesACallThatIsOver() {
        var call = new CallInProgress(NativeThread.current(), 0);
        call.end();
        assertThat(call.interrupt(0)).isFalse();
    }

    @Test
    void theJvmsOwnWaitsAreNotTheCall() {
        assertThat(new CallInProgress(NativeThread.current(), 12345).isBlocked())
                .isFalse();
    }

    @RepeatedTest(10)
    void releasesWhateverIsBlocked() throws Exception {
        int fd = sockets.pair(SocketType.SOCK_STREAM).get(0);
        int listener = sockets.listener(Domain.AF_INET, ANY_PORT);
        List<Callable<Outcome>> calls = List.of(
                () -> api.recv(fd, 1, Set.of()),
                () -> api.read(fd, 1),
                () -> api.recvmsg(fd, List.of(1), 0, Set.of()),
                () -> api.recvPattern(fd, 1),
                () -> api.accept(listener, false),
                () -> api.poll(List.of(), -1));
        for (var call : calls) {
            var blocked = BlockedCall.start(call);
            while (!blocked.isOver()) {
                api.release(blocked.thread());
                Thread.onSpinWait();
            }
            assertThat(blocked.outcome()).isEqualTo(failed("EINTR"));
        }
    }

    @Test
    void releasesASenderWithItsCount() throws Exception {
        int fd = sockets.pair(SocketType.SOCK_STREAM).get(0);
        var blocked = BlockedCall.start(() -> api.send(fd, Bytes.zeros(32 * 1024 * 1024), Set.of()));
        while (!blocked.isOver()) {
            api.release(blocked.thread());
            Thread.onSpinWait();
        }
        assertThat(returned(blocked.outcome()).value()).isBetween(1L, 32L * 1024 * 1024 - 1);
    }

    @Test
    void releasingAnIdleThreadDoesNothing() {
        api.release(Thread.currentThread());
        assertThat(api.poll(List.of(), 1)).isEqualTo(Returned.polled(0, List.of()));
    }
}
