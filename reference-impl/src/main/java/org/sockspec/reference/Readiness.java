package org.sockspec.reference;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.FdSets;
import org.sockspec.api.Outcome;
import org.sockspec.api.PollEvent;
import org.sockspec.api.PollFd;
import org.sockspec.api.Returned;

/** Waiting for events. */
final class Readiness {
    private static final int POLLFD_SIZE = 8;
    private static final int EVENTS = 4;
    private static final int REVENTS = 6;
    private static final int FD_SETSIZE = 1024;

    private final Callers callers;

    Readiness(Callers callers) {
        this.callers = callers;
    }

    Outcome poll(List<PollFd> fds, int timeout) {
        try (var array = new Memory(POLLFD_SIZE * Math.max(1L, fds.size()))) {
            for (int i = 0; i < fds.size(); i++) {
                long entry = (long) i * POLLFD_SIZE;
                array.setInt(entry, fds.get(i).fd());
                array.setShort(entry + EVENTS, (short) Symbols.bits(fds.get(i).events(), Symbols::number));
                array.setShort(entry + REVENTS, (short) 0);
            }
            long ready = callers.during(Pointer.nativeValue(array), () -> Libc.poll(array, fds.size(), timeout));
            return Answers.of(ready, count -> Returned.polled(count, revents(array, fds.size())));
        }
    }

    private static List<Set<PollEvent>> revents(Memory array, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Symbols.flags(
                        array.getShort((long) i * POLLFD_SIZE + REVENTS), PollEvent.class, Symbols::number))
                .toList();
    }

    /** A timeout of -1 waits without limit, as in poll(); what is below is passed on as a negative struct timeval. */
    Outcome select(FdSets sets, int timeout) {
        int count = Stream.of(sets.read(), sets.write(), sets.except())
                        .flatMap(List::stream)
                        .mapToInt(Readiness::checked)
                        .max()
                        .orElse(-1)
                + 1;
        var read = fdSet(sets.read(), count);
        var write = fdSet(sets.write(), count);
        var except = fdSet(sets.except(), count);
        var limit =
                timeout == -1 ? null : new long[] {Math.floorDiv(timeout, 1000), Math.floorMod(timeout, 1000) * 1000L};
        long ready = callers.during(count, () -> Libc.select(count, read, write, except, limit));
        return Answers.of(
                ready,
                bits -> Returned.selected(
                        bits,
                        new FdSets(left(sets.read(), read), left(sets.write(), write), left(sets.except(), except))));
    }

    private static int checked(int fd) {
        if (fd < 0) {
            throw new IllegalArgumentException(
                    "An fd_set has no bit for descriptor " + fd + ". Give select() descriptors from 0 on.");
        }
        return fd;
    }

    /** Returns a set with room for more than FD_SETSIZE descriptors where they are needed; null for an empty one. */
    private static long @Nullable [] fdSet(List<Integer> fds, int count) {
        if (fds.isEmpty()) {
            return null;
        }
        var set = new long[Math.max(FD_SETSIZE, count + Long.SIZE - 1) / Long.SIZE];
        fds.forEach(fd -> set[fd / Long.SIZE] |= 1L << fd);
        return set;
    }

    private static List<Integer> left(List<Integer> fds, long @Nullable [] set) {
        return set == null
                ? List.of()
                : fds.stream()
                        .filter(fd -> (set[fd / Long.SIZE] & 1L << fd) != 0)
                        .toList();
    }
}
