package org.sockspec.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.sockspec.reference.OpenSockets.failed;

import com.sun.jna.NativeLibrary;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockspec.api.FdSets;
import org.sockspec.api.Outcome;
import org.sockspec.api.PollEvent;
import org.sockspec.api.PollFd;
import org.sockspec.api.Returned;
import org.sockspec.api.SocketType;

class ReadinessTest {
    @AutoClose
    private final OpenSockets sockets = new OpenSockets();

    private final KernelSockets api = sockets.api;
    private final List<Integer> pair = sockets.pair(SocketType.SOCK_STREAM);
    private final int one = pair.get(0);
    private final int other = pair.get(1);

    @Test
    void pollReportsEachEntry() {
        sockets.send(one, "x");
        var both = Set.of(PollEvent.POLLIN, PollEvent.POLLOUT);
        assertThat(api.poll(
                        List.of(
                                new PollFd(one, both),
                                new PollFd(other, both),
                                new PollFd(-1, both),
                                new PollFd(9999, both)),
                        0))
                .isEqualTo(Returned.polled(
                        3, List.of(Set.of(PollEvent.POLLOUT), both, Set.of(), Set.of(PollEvent.POLLNVAL))));
    }

    @Test
    void pollTellsThatThePeerIsGone() {
        api.close(other);
        assertThat(api.poll(List.of(new PollFd(one, Set.of(PollEvent.POLLRDHUP))), -1))
                .isEqualTo(Returned.polled(1, List.of(Set.of(PollEvent.POLLHUP, PollEvent.POLLRDHUP))));
    }

    @Test
    void pollReturnsWithNothingAfterItsTimeout() {
        assertThat(api.poll(List.of(new PollFd(one, Set.of(PollEvent.POLLIN))), 1))
                .isEqualTo(Returned.polled(0, List.of(Set.of())));
        assertThat(api.poll(List.of(), 1)).isEqualTo(Returned.polled(0, List.of()));
    }

    @Test
    void selectLeavesWhatIsReady() {
        sockets.send(one, "x");
        assertThat(api.select(new FdSets(List.of(other, one), List.of(one), List.of(one)), 0))
                .isEqualTo(Returned.selected(2, new FdSets(List.of(other), List.of(one), List.of())));
    }

    @Test
    void selectWaitsForItsTimeout() {
        var none = new FdSets(List.of(), List.of(), List.of());
        long start = System.nanoTime();
        assertThat(api.select(none, 20)).isEqualTo(Returned.selected(0, none));
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(20_000_000L);
    }

    @Test
    void selectWaitsWithoutLimit() throws Exception {
        var waiting = BlockedCall.start(() -> api.select(new FdSets(List.of(one), List.of(), List.of()), -1));
        sockets.send(other, "x");
        assertThat(waiting.outcome()).isEqualTo(Returned.selected(1, new FdSets(List.of(one), List.of(), List.of())));
    }

    @Test
    void selectTakesDescriptorsBeyondTheUsualSet() {
        int high = 1500;
        assertThat(NativeLibrary.getInstance("c").getFunction("dup2").invokeInt(new Object[] {one, high}))
                .isEqualTo(high);
        sockets.keep(Outcome.returned(high));
        var writable = new FdSets(List.of(), List.of(high, one), List.of());
        assertThat(api.select(writable, 0)).isEqualTo(Returned.selected(2, writable));
    }

    @Test
    void selectFails() {
        assertThat(api.select(new FdSets(List.of(one), List.of(), List.of()), -2))
                .isEqualTo(failed("EINVAL"));
        api.close(other);
        assertThat(api.select(new FdSets(List.of(other), List.of(), List.of()), 0))
                .isEqualTo(failed("EBADF"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> api.select(new FdSets(List.of(-1), List.of(), List.of()), 0))
                .withMessageContaining("descriptor -1");
    }
}
