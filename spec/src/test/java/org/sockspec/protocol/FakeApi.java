package org.sockspec.protocol;

import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import org.sockspec.api.Bytes;
import org.sockspec.api.Call;
import org.sockspec.api.Capabilities;
import org.sockspec.api.Domain;
import org.sockspec.api.Errno;
import org.sockspec.api.MessageFlag;
import org.sockspec.api.Outcome;
import org.sockspec.api.Protocol;
import org.sockspec.api.Returned;
import org.sockspec.api.Signal;
import org.sockspec.api.SocketApi;
import org.sockspec.api.SocketFlag;
import org.sockspec.api.SocketType;

/** An implementation whose receive calls wait until the test hands data over, or until they are interrupted. */
final class FakeApi implements SocketApi {
    static final Capabilities WHO = new Capabilities(
            "fake",
            "1.0",
            "memory",
            2,
            Set.of(Domain.AF_UNIX),
            Set.of(SocketType.SOCK_STREAM),
            Set.of("socket", "recv", "close", "pthread_kill"));

    private static final int FIRST = 3;

    private final ConcurrentSkipListSet<Integer> open = new ConcurrentSkipListSet<>();
    private final SynchronousQueue<Bytes> data = new SynchronousQueue<>();
    private final BlockingQueue<Integer> receiving = new LinkedBlockingQueue<>();

    /** Gives data to one receive call that waits, or is about to. */
    void handOver(String text) throws InterruptedException {
        data.put(Bytes.of(text));
    }

    /** Waits until a receive call has begun. */
    void awaitReceiver() throws InterruptedException {
        receiving.take();
    }

    Set<Integer> open() {
        return open;
    }

    @Override
    public Capabilities capabilities() {
        return WHO;
    }

    @Override
    public boolean mayBlock(Call call) {
        return call.mayBlock();
    }

    @Override
    public Outcome socket(Domain domain, SocketType type, Set<SocketFlag> flags, Protocol protocol) {
        int fd = FIRST;
        while (!open.add(fd)) {
            fd++;
        }
        return Outcome.returned(fd);
    }

    @Override
    public Outcome recv(int fd, int length, Set<MessageFlag> flags) {
        receiving.add(fd);
        try {
            return Returned.received(data.take());
        } catch (InterruptedException e) {
            return Outcome.failed(Errno.EINTR);
        }
    }

    /** Waits and cannot be freed. */
    @Override
    public Outcome read(int fd, int length) {
        receiving.add(fd);
        return new CompletableFuture<Outcome>().join();
    }

    @Override
    public Outcome close(int fd) {
        return open.remove(fd) ? Outcome.returned(0) : Outcome.failed(Errno.EBADF);
    }

    @Override
    public Outcome pthreadKill(Thread thread, Signal signal) {
        thread.interrupt();
        return Outcome.returned(0);
    }

    @Override
    public Outcome getpeername(int fd) {
        return getpeername(fd);
    }

    @Override
    public Outcome getsockname(int fd) {
        throw new IllegalStateException("a bug");
    }
}
