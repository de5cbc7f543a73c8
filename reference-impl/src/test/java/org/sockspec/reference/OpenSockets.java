package org.sockspec.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.sockspec.api.Address;
import org.sockspec.api.Bytes;
import org.sockspec.api.Domain;
import org.sockspec.api.Errno;
import org.sockspec.api.Outcome;
import org.sockspec.api.Protocol;
import org.sockspec.api.Returned;
import org.sockspec.api.SocketType;

/** The kernel's sockets, and the descriptors that one test opened with them. */
public final class OpenSockets implements AutoCloseable {
    static final Address.Inet ANY_PORT = new Address.Inet("127.0.0.1", 0);

    public final KernelSockets api = new KernelSockets();
    private final Deque<Integer> open = new ArrayDeque<>();

    public static Returned returned(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Returned.class);
        return (Returned) outcome;
    }

    static Outcome.Failed failed(String errno) {
        return Outcome.failed(new Errno(errno));
    }

    /** Keeps the descriptor that a call returned, to close it in the end. */
    public int keep(Outcome outcome) {
        int fd = (int) returned(outcome).value();
        open.push(fd);
        return fd;
    }

    public int socket(Domain domain, SocketType type) {
        return keep(api.socket(domain, type, Set.of(), Protocol.DEFAULT));
    }

    int listener(Domain domain, Address address) {
        int fd = bound(domain, SocketType.SOCK_STREAM, address);
        returned(api.listen(fd, 5));
        return fd;
    }

    int bound(Domain domain, SocketType type, Address address) {
        int fd = socket(domain, type);
        returned(api.bind(fd, address));
        return fd;
    }

    int connected(Domain domain, Address address) {
        int fd = socket(domain, SocketType.SOCK_STREAM);
        returned(api.connect(fd, address));
        return fd;
    }

    public Address nameOf(int fd) {
        return Objects.requireNonNull(returned(api.getsockname(fd)).address());
    }

    List<Integer> pair(SocketType type) {
        var fds = Objects.requireNonNull(returned(api.socketpair(Domain.AF_UNIX, type, Set.of(), Protocol.DEFAULT))
                .fds());
        open.addAll(fds);
        return fds;
    }

    Bytes recv(int fd) {
        return Objects.requireNonNull(returned(api.recv(fd, 100, Set.of())).data());
    }

    void send(int fd, String text) {
        assertThat(api.send(fd, Bytes.of(text), Set.of())).isEqualTo(Outcome.returned(text.length()));
    }

    @Override
    public void close() {
        open.forEach(api::discard);
    }
}
