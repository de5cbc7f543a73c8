package org.sockspec.reference;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Address;
import org.sockspec.api.Argument;
import org.sockspec.api.Bytes;
import org.sockspec.api.Call;
import org.sockspec.api.Capabilities;
import org.sockspec.api.Control;
import org.sockspec.api.Domain;
import org.sockspec.api.FcntlCommand;
import org.sockspec.api.FdSets;
import org.sockspec.api.FileFlag;
import org.sockspec.api.MessageFlag;
import org.sockspec.api.OptionValue;
import org.sockspec.api.Outcome;
import org.sockspec.api.PollFd;
import org.sockspec.api.Protocol;
import org.sockspec.api.Returned;
import org.sockspec.api.Shutdown;
import org.sockspec.api.Signal;
import org.sockspec.api.SocketApi;
import org.sockspec.api.SocketFlag;
import org.sockspec.api.SocketOption;
import org.sockspec.api.SocketType;

/** Make the calls of the sockets API on the Linux kernel of this machine, through libc. */
public final class KernelSockets implements SocketApi {
    private static final Duration UNTIL_BLOCKED = Duration.ofSeconds(8);

    private final Callers callers = new Callers(UNTIL_BLOCKED);
    private final Messages messages;
    private final Readiness readiness;
    private final Signals signals;
    private final Descriptors descriptors;
    private final RawCalls raw;

    /** Binds libc; throws {@link UnsupportedOperationException} on a system that is not 64-bit Linux. */
    public KernelSockets() {
        SupportedSystem.require(System.getProperty("os.name"), System.getProperty("os.arch"));
        messages = new Messages(callers);
        readiness = new Readiness(callers);
        signals = new Signals(callers);
        descriptors = new Descriptors();
        raw = new RawCalls(callers);
    }

    @Override
    public boolean mayBlock(Call call) {
        return call.mayBlock();
    }

    @Override
    public Capabilities capabilities() {
        return Identity.of(this);
    }

    @Override
    public Outcome socket(Domain domain, SocketType type, Set<SocketFlag> flags, Protocol protocol) {
        if (flags.contains(SocketFlag.SOCK_CLOFORK)) {
            return new Outcome.Unsupported("SOCK_CLOFORK");
        }
        return Answers.of(Libc.socket(Symbols.number(domain), type(type, flags), Symbols.number(protocol)));
    }

    @Override
    public Outcome socketpair(Domain domain, SocketType type, Set<SocketFlag> flags, Protocol protocol) {
        if (flags.contains(SocketFlag.SOCK_CLOFORK)) {
            return new Outcome.Unsupported("SOCK_CLOFORK");
        }
        var fds = new int[2];
        return Answers.of(
                Libc.socketpair(Symbols.number(domain), type(type, flags), Symbols.number(protocol), fds),
                zero -> Returned.fds(fds[0], fds[1]));
    }

    @Override
    public Outcome bind(int fd, Address address) {
        var name = Sockaddrs.encode(address);
        return Answers.of(Libc.bind(fd, name.memory(), name.length()));
    }

    @Override
    public Outcome listen(int fd, int backlog) {
        return Answers.of(Libc.listen(fd, backlog));
    }

    @Override
    public Outcome accept(int fd, boolean withAddress) {
        var name = NameBuffer.of(withAddress);
        return Answers.of(
                callers.during(fd, () -> Libc.accept(fd, name.memory(), name.length())),
                accepted -> name.addTo(Returned.of(accepted)));
    }

    @Override
    public Outcome accept4(int fd, boolean withAddress, Set<SocketFlag> flags) {
        if (flags.contains(SocketFlag.SOCK_CLOFORK)) {
            return new Outcome.Unsupported("SOCK_CLOFORK");
        }
        var name = NameBuffer.of(withAddress);
        int bits = Symbols.bits(flags, Symbols::number);
        return Answers.of(
                callers.during(fd, () -> Libc.accept4(fd, name.memory(), name.length(), bits)),
                accepted -> name.addTo(Returned.of(accepted)));
    }

    @Override
    public Outcome connect(int fd, Address address) {
        var name = Sockaddrs.encode(address);
        return Answers.of(callers.during(fd, () -> Libc.connect(fd, name.memory(), name.length())));
    }

    @Override
    public Outcome send(int fd, Bytes data, Set<MessageFlag> flags) {
        int bits = Symbols.bits(flags, Symbols::number);
        return Answers.of(callers.during(fd, () -> Libc.send(fd, data.toArray(), data.length(), bits)));
    }

    @Override
    public Outcome sendto(int fd, Bytes data, Set<MessageFlag> flags, Address address) {
        var name = Sockaddrs.encode(address);
        int bits = Symbols.bits(flags, Symbols::number);
        return Answers.of(callers.during(
                fd, () -> Libc.sendto(fd, data.toArray(), data.length(), bits, name.memory(), name.length())));
    }

    @Override
    public Outcome sendmsg(
            int fd, @Nullable Address address, List<Bytes> iov, List<Control> control, Set<MessageFlag> flags) {
        return messages.send(fd, address, iov, control, flags);
    }

    @Override
    public Outcome write(int fd, Bytes data) {
        return Answers.of(callers.during(fd, () -> Libc.write(fd, data.toArray(), data.length())));
    }

    @Override
    public Outcome writev(int fd, List<Bytes> iov) {
        return messages.write(fd, iov);
    }

    @Override
    public Outcome recv(int fd, int length, Set<MessageFlag> flags) {
        var buffer = Buffers.ofLength(length);
        int bits = Symbols.bits(flags, Symbols::number);
        return Answers.of(
                callers.during(fd, () -> Libc.recv(fd, buffer, length, bits)),
                received -> Buffers.received(buffer, received));
    }

    @Override
    public Outcome recvfrom(int fd, int length, Set<MessageFlag> flags, boolean withAddress) {
        var buffer = Buffers.ofLength(length);
        var name = NameBuffer.of(withAddress);
        int bits = Symbols.bits(flags, Symbols::number);
        return Answers.of(
                callers.during(fd, () -> Libc.recvfrom(fd, buffer, length, bits, name.memory(), name.length())),
                received -> name.addTo(Buffers.received(buffer, received)));
    }

    @Override
    public Outcome recvmsg(int fd, List<Integer> iov, int controlLength, Set<MessageFlag> flags) {
        return messages.receive(fd, iov, controlLength, flags);
    }

    @Override
    public Outcome read(int fd, int length) {
        var buffer = Buffers.ofLength(length);
        return Answers.of(
                callers.during(fd, () -> Libc.read(fd, buffer, length)), read -> Buffers.received(buffer, read));
    }

    @Override
    public Outcome readv(int fd, List<Integer> iov) {
        return messages.read(fd, iov);
    }

    @Override
    public Outcome shutdown(int fd, Shutdown how) {
        return Answers.of(Libc.shutdown(fd, Symbols.number(how)));
    }

    @Override
    public Outcome close(int fd) {
        return Answers.of(callers.during(fd, () -> Libc.close(fd)));
    }

    @Override
    public Outcome poll(List<PollFd> fds, int timeout) {
        return readiness.poll(fds, timeout);
    }

    @Override
    public Outcome select(FdSets sets, int timeout) {
        return readiness.select(sets, timeout);
    }

    @Override
    public Outcome getsockopt(int fd, SocketOption option) {
        return Options.get(fd, option);
    }

    @Override
    public Outcome setsockopt(int fd, SocketOption option, OptionValue value) {
        return Options.set(fd, option, value);
    }

    @Override
    public Outcome getsockname(int fd) {
        var name = NameBuffer.of(true);
        return Answers.of(Libc.getsockname(fd, name.memory(), name.length()), zero -> name.addTo(Returned.of(zero)));
    }

    @Override
    public Outcome getpeername(int fd) {
        var name = NameBuffer.of(true);
        return Answers.of(Libc.getpeername(fd, name.memory(), name.length()), zero -> name.addTo(Returned.of(zero)));
    }

    @Override
    public Outcome fcntl(int fd, FcntlCommand command, Set<FileFlag> flags) {
        return descriptors.fcntl(fd, command, flags);
    }

    @Override
    public Outcome dup(int fd) {
        return Answers.of(Libc.dup(fd));
    }

    @Override
    public Outcome fstat(int fd) {
        return descriptors.fstat(fd);
    }

    @Override
    public Outcome pipe() {
        return descriptors.pipe();
    }

    @Override
    public Outcome fchmod(int fd, int mode) {
        return Answers.of(Libc.fchmod(fd, mode));
    }

    @Override
    public Outcome umask(int mask) {
        return Answers.of(Libc.umask(mask));
    }

    @Override
    public Outcome chdir(String path) {
        return Answers.of(Libc.chdir(path));
    }

    @Override
    public Outcome setrlimit(int limit) {
        return descriptors.setrlimit(limit);
    }

    @Override
    public Outcome sigaction(Signal signal, boolean restart) {
        return signals.sigaction(signal, restart);
    }

    @Override
    public Outcome pthreadSigmask(boolean block, Signal signal) {
        return signals.pthreadSigmask(block, signal);
    }

    @Override
    public Outcome sigtimedwait(Signal signal) {
        return signals.sigtimedwait(signal);
    }

    @Override
    public Outcome pthreadKill(Thread thread, Signal signal) {
        return signals.pthreadKill(thread, signal);
    }

    @Override
    public Outcome raw(String function, List<Argument> arguments) {
        return raw.make(function, arguments);
    }

    @Override
    public void release(Thread thread) {
        signals.release(thread);
    }

    /** Closes without TIME_WAIT and without lingering; what is not a TCP connection ignores the option. */
    @Override
    public void discard(int fd) {
        setsockopt(fd, SocketOption.SO_LINGER, new OptionValue.Linger(true, 0));
        close(fd);
    }

    private static int type(SocketType type, Set<SocketFlag> flags) {
        return Symbols.number(type) | Symbols.bits(flags, Symbols::number);
    }
}
