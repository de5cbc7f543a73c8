package org.sockspec.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One call of the sockets API as data: what travels to a testee, stands in a transcript, and a mutant matches. */
public sealed interface Call {

    /** Makes the call. */
    Outcome on(SocketApi api, Lanes lanes);

    /** Tells whether the call can wait for something outside the process. */
    default boolean mayBlock() {
        return false;
    }

    /** Returns the name of the call in C and in the protocol. */
    default String method() {
        return methodOf(getClass());
    }

    /** Returns the class of every call. */
    static Stream<Class<? extends Call>> kinds() {
        return kinds(Call.class);
    }

    private static Stream<Class<? extends Call>> kinds(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Call::kinds)
                : Stream.of(type.asSubclass(Call.class));
    }

    static String methodOf(Class<?> call) {
        return snake(call.getSimpleName());
    }

    private static String snake(String name) {
        return name.replaceFirst("Pattern$", "_pattern")
                .replaceFirst("^Pthread", "pthread_")
                .toLowerCase(Locale.ROOT);
    }

    record Socket(Domain domain, SocketType type, Set<SocketFlag> flags, Protocol protocol) implements Call {
        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.socket(domain, type, flags, protocol);
        }
    }

    record Socketpair(Domain domain, SocketType type, Set<SocketFlag> flags, Protocol protocol) implements Call {
        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.socketpair(domain, type, flags, protocol);
        }
    }

    record Bind(int fd, Address address) implements Call {
        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.bind(fd, address);
        }
    }

    record Listen(int fd, int backlog) implements Call {
        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.listen(fd, backlog);
        }
    }

    record Accept(int fd, boolean withAddress) implements Blocking {
        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.accept(fd, withAddress);
        }
    }

    record Accept4(int fd, boolean withAddress, Set<SocketFlag> flags) implements Blocking {
        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.accept4(fd, withAddress, flags);
        }
    }

    record Connect(int fd, Address address) implements Blocking {
        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.connect(fd, address);
        }
    }

    record Send(int fd, Bytes data, Set<MessageFlag> flags) implements Blocking {
        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.send(fd, data, flags);
        }
    }

    record Sendto(int fd, Bytes data, Set<MessageFlag> flags, Address address) implements Blocking {
        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.sendto(fd, data, flags, address);
        }
    }

    record Sendmsg(int fd, @Nullable Address address, List<Bytes> iov, List<Control> control, Set<MessageFlag> flags)
            implements Blocking {
        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.sendmsg(fd, address, iov, control, flags);
        }
    }

    record Write(int fd, Bytes data) implements Blocking {
        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.write(fd, data);
        }
    }

    record Writev(int fd, List<Bytes> iov) implements Blocking {
        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.writev(fd, iov);
        }
    }

    record Recv(int fd, int length, Set<MessageFlag> flags) implements Receiving {
        @Override
        public int room() {
            return length;
        }

        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.recv(fd, length, flags);
        }
    }

    record Recvfrom(int fd, int length, Set<MessageFlag> flags, boolean withAddress) implements Receiving {
        @Override
        public int room() {
            return length;
        }

        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.recvfrom(fd, length, flags, withAddress);
        }
    }

    record Recvmsg(int fd, List<Integer> iov, int controlLength, Set<MessageFlag> flags) implements Receiving {
        @Override
        public int room() {
            return iov.stream().mapToInt(Integer::intValue).sum();
        }

        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.recvmsg(fd, iov, controlLength, flags);
        }
    }

    record Read(int fd, int length) implements Receiving {
        @Override
        public int room() {
            return length;
        }

        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.read(fd, length);
        }
    }

    record Readv(int fd, List<Integer> iov) implements Receiving {
        @Override
        public int room() {
            return iov.stream().mapToInt(Integer::intValue).sum();
        }

        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.readv(fd, iov);
        }
    }

    record Shutdown(int fd, org.sockspec.api.Shutdown how) implements Call {
        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.shutdown(fd, how);
        }
    }

    record Close(int fd) implements Blocking {
        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.close(fd);
        }
    }

    record Poll(List<PollFd> fds, int timeout) implements Call {
        @Override
        public boolean mayBlock() {
            return timeout != 0;
        }

        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.poll(fds, timeout);
        }
    }

    record Select(FdSets sets, int timeout) implements Call {
        @Override
        public boolean mayBlock() {
            return timeout != 0;
        }

        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.select(sets, timeout);
        }
    }

    record Getsockopt(int fd, SocketOption option) implements Call {
        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.getsockopt(fd, option);
        }
    }

    record Setsockopt(int fd, SocketOption option, OptionValue value) implements Call {
        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.setsockopt(fd, option, value);
        }
    }

    record Getsockname(int fd) implements Call {
        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.getsockname(fd);
        }
    }

    record Getpeername(int fd) implements Call {
        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.getpeername(fd);
        }
    }

    record Fcntl(int fd, FcntlCommand command, Set<FileFlag> flags) implements Call {
        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.fcntl(fd, command, flags);
        }
    }

    record Dup(int fd) implements Call {
        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.dup(fd);
        }
    }

    record Fstat(int fd) implements Call {
        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.fstat(fd);
        }
    }

    record Pipe() implements Call {
        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.pipe();
        }
    }

    record Fchmod(int fd, int mode) implements Call {
        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.fchmod(fd, mode);
        }
    }

    record Umask(int mask) implements Call {
        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.umask(mask);
        }
    }

    record Chdir(String path) implements Call {
        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.chdir(path);
        }
    }

    record Setrlimit(int limit) implements Call {
        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.setrlimit(limit);
        }
    }

    record Sigaction(Signal signal, boolean restart) implements Call {
        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.sigaction(signal, restart);
        }
    }

    record PthreadSigmask(boolean block, Signal signal) implements Call {
        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.pthreadSigmask(block, signal);
        }
    }

    record Sigtimedwait(Signal signal) implements Call {
        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.sigtimedwait(signal);
        }
    }

    /** Sends a signal to the call that is under way in the {@code target} lane. */
    record PthreadKill(String target, Signal signal) implements Call {
        @Override
        public boolean mayBlock() {
            return true;
        }

        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return lanes.whileBusy(target, thread -> api.pthreadKill(thread, signal))
                    .orElseGet(() -> Outcome.failed(Errno.ESRCH));
        }
    }

    record Raw(String function, List<Argument> arguments) implements Blocking {
        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.raw(function, arguments);
        }
    }

    record SendPattern(int fd, long seed, long length) implements Blocking {
        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.sendPattern(fd, seed, length);
        }
    }

    record RecvPattern(int fd, long seed) implements Blocking {
        @Override
        public Outcome on(SocketApi api, Lanes lanes) {
            return api.recvPattern(fd, seed);
        }
    }

    /** A call that waits unless its descriptor says otherwise. */
    sealed interface Blocking extends Call {
        @Override
        default boolean mayBlock() {
            return true;
        }
    }

    /** A call that stores bytes. */
    sealed interface Receiving extends Blocking {
        /** Returns the size of its buffers together, in bytes. */
        int room();
    }
}
