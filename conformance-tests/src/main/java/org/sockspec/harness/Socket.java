package org.sockspec.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Address;
import org.sockspec.api.Argument;
import org.sockspec.api.Bytes;
import org.sockspec.api.Call;
import org.sockspec.api.Control;
import org.sockspec.api.Domain;
import org.sockspec.api.FcntlCommand;
import org.sockspec.api.FdSets;
import org.sockspec.api.FileFlag;
import org.sockspec.api.MessageFlag;
import org.sockspec.api.OptionValue;
import org.sockspec.api.PollEvent;
import org.sockspec.api.PollFd;
import org.sockspec.api.Shutdown;
import org.sockspec.api.SocketFlag;
import org.sockspec.api.SocketOption;
import org.sockspec.api.SocketType;

/** A descriptor of a host. Each call goes out at once; what it gives is asked for by the assertion that follows. */
public final class Socket {
    /** Longer than TCP waits before its first probe of a closed window, on Linux at least 200 ms. */
    private static final String LAST_WORD = "!";

    private static final Duration WINDOW_PROBE = Duration.ofMillis(400);

    private final Host host;
    private final int fd;
    private final Domain domain;
    private final SocketType type;
    private @Nullable Address address;

    Socket(Host host, int fd, Domain domain, SocketType type) {
        this.host = host;
        this.fd = fd;
        this.domain = domain;
        this.type = type;
    }

    public Host host() {
        return host;
    }

    public int fd() {
        return fd;
    }

    public Domain domain() {
        return domain;
    }

    public SocketType type() {
        return type;
    }

    /** Returns the address it was bound to, or asks for its name. */
    public Address address() {
        if (address == null) {
            address = name().address();
        }
        return address;
    }

    /** Sets O_NONBLOCK. */
    public Socket nonBlocking() {
        setFlags(FileFlag.O_NONBLOCK).succeeds();
        return this;
    }

    public OutcomeAssert bind(Address local) {
        var bound = host.call(new Call.Bind(fd, local));
        address = local instanceof Address.WithPort withPort && withPort.port() == 0 ? null : local;
        return bound;
    }

    public OutcomeAssert listen(int backlog) {
        return host.call(new Call.Listen(fd, backlog));
    }

    public OutcomeAssert accept() {
        return host.call(new Call.Accept(fd, true)).creating(domain, type);
    }

    /** Calls accept() with null pointers. */
    public OutcomeAssert acceptWithoutAddress() {
        return host.call(new Call.Accept(fd, false)).creating(domain, type);
    }

    public OutcomeAssert accept4(SocketFlag... flags) {
        return host.call(new Call.Accept4(fd, true, Set.of(flags))).creating(domain, type);
    }

    public OutcomeAssert connect(Address peer) {
        return host.call(new Call.Connect(fd, peer));
    }

    public OutcomeAssert connect(Socket listener) {
        return connect(listener.address());
    }

    public OutcomeAssert send(String text, MessageFlag... flags) {
        return send(Bytes.of(text), flags);
    }

    public OutcomeAssert send(Bytes data, MessageFlag... flags) {
        return host.call(new Call.Send(fd, data, Set.of(flags)));
    }

    public OutcomeAssert sendTo(Address peer, String text, MessageFlag... flags) {
        return host.call(new Call.Sendto(fd, Bytes.of(text), Set.of(flags), peer));
    }

    public OutcomeAssert sendMessage(String text, Control... control) {
        return host.call(new Call.Sendmsg(fd, null, List.of(Bytes.of(text)), List.of(control), Set.of()));
    }

    public OutcomeAssert write(String text) {
        return host.call(new Call.Write(fd, Bytes.of(text)));
    }

    public OutcomeAssert recv(int length, MessageFlag... flags) {
        return host.call(new Call.Recv(fd, length, Set.of(flags)));
    }

    public OutcomeAssert recvFrom(int length, MessageFlag... flags) {
        return host.call(new Call.Recvfrom(fd, length, Set.of(flags), true));
    }

    /** Calls recvfrom() with null pointers. */
    public OutcomeAssert recvFromWithoutAddress(int length) {
        return host.call(new Call.Recvfrom(fd, length, Set.of(), false));
    }

    /** Calls recvmsg() with one buffer and room for 256 bytes of control messages. */
    public OutcomeAssert recvMessage(int length, MessageFlag... flags) {
        return host.call(new Call.Recvmsg(fd, List.of(length), 256, Set.of(flags)));
    }

    public OutcomeAssert read(int length) {
        return host.call(new Call.Read(fd, length));
    }

    /** Receives to end of file and returns what each call gave, that end not included. */
    public List<Bytes> recvToEndOfFile(int length) {
        var received = new ArrayList<Bytes>();
        for (var data = recv(length).data();
                data.length() > 0;
                data = recv(length).data()) {
            received.add(data);
        }
        return received;
    }

    /** Waits, as long as something that must happen may take, until so many bytes can be received at once. */
    public void awaitBytes(int number) {
        long giveUp =
                System.nanoTime() + host.run().suite().budgets().mustHappen().toNanos();
        while (recv(number, MessageFlag.MSG_PEEK).value() < number && System.nanoTime() < giveUp) {
            Thread.onSpinWait();
        }
    }

    /** Sends a seeded stream of bytes; see {@link org.sockspec.api.Pattern}. */
    public OutcomeAssert sendPattern(long seed, long length) {
        return host.call(new Call.SendPattern(fd, seed, length));
    }

    /** Receives to end of file, comparing with a seeded stream of bytes. */
    public OutcomeAssert recvPattern(long seed) {
        return host.call(new Call.RecvPattern(fd, seed));
    }

    /** Sets O_NONBLOCK and sends until there is no room for more and none is being made. */
    public Socket sendUntilFull() {
        nonBlocking();
        do {
            sendPattern(0, Long.MAX_VALUE).succeeds();
        } while (makesRoom());
        return this;
    }

    /** Waits, while another lane sends, until there is no room for more and none is being made. */
    public void awaitFull() {
        long giveUp =
                System.nanoTime() + host.run().suite().budgets().mustHappen().toNanos();
        while (makesRoom() && System.nanoTime() < giveUp) {
            Thread.onSpinWait();
        }
    }

    /**
     * Tells whether there is room or soon will be. A receiver that reads a little does not announce it: the sender finds
     * out by its probe of a closed window (RFC 9293 section 3.8.6.1).
     */
    private boolean makesRoom() {
        var quiet = WINDOW_PROBE.plus(host.run().suite().budgets().mustNotHappen());
        return pollFor(quiet, PollEvent.POLLOUT).value() > 0;
    }

    public OutcomeAssert shutdown(Shutdown how) {
        return host.call(new Call.Shutdown(fd, how));
    }

    /**
     * Ends a connection before the other end does, so that the connection stays in TIME_WAIT on this side (RFC 9293
     * section 3.6.1). The other end answers with a byte before it closes: an acknowledgement that it sent alone could come
     * after its last segment, and draw a reset which ends TIME_WAIT (RFC 1337).
     */
    public void endsBefore(Socket other) {
        shutdown(Shutdown.SHUT_WR).succeeds();
        other.recv(1).receivesEndOfFile();
        other.send(LAST_WORD).returns(LAST_WORD.length());
        recv(LAST_WORD.length()).receives(LAST_WORD);
        other.close().succeeds();
        recv(1).receivesEndOfFile();
        close().succeeds();
    }

    public OutcomeAssert close() {
        return host.call(new Call.Close(fd));
    }

    /** Polls for as long as something that must happen may take. */
    public OutcomeAssert poll(PollEvent... events) {
        return poll((int) host.run().suite().budgets().mustHappen().toMillis() / 2, events);
    }

    /** Polls for a given time. */
    public OutcomeAssert pollFor(Duration time, PollEvent... events) {
        return poll((int) time.toMillis(), events);
    }

    /** Polls with timeout 0. */
    public OutcomeAssert pollNow(PollEvent... events) {
        return poll(0, events);
    }

    /** Waits in select() with the descriptor in all three sets, for as long as something that must happen may take. */
    public OutcomeAssert select() {
        return select((int) host.run().suite().budgets().mustHappen().toMillis() / 2);
    }

    /** Calls select() with the descriptor in all three sets and timeout 0. */
    public OutcomeAssert selectNow() {
        return select(0);
    }

    /** Waits in select() to read, for as long as something that must happen may take. */
    public OutcomeAssert selectToRead() {
        return selectToReadFor(host.run().suite().budgets().mustHappen().dividedBy(2));
    }

    /** Waits in select() to read, for a given time. */
    public OutcomeAssert selectToReadFor(Duration time) {
        return host.call(new Call.Select(new FdSets(List.of(fd), List.of(), List.of()), (int) time.toMillis()));
    }

    /** Waits in select() to write, for as long as something that must happen may take. */
    public OutcomeAssert selectToWrite() {
        int timeout = (int) host.run().suite().budgets().mustHappen().toMillis() / 2;
        return host.call(new Call.Select(new FdSets(List.of(), List.of(fd), List.of()), timeout));
    }

    public OutcomeAssert get(SocketOption option) {
        return host.call(new Call.Getsockopt(fd, option));
    }

    public OutcomeAssert set(SocketOption option, OptionValue value) {
        return host.call(new Call.Setsockopt(fd, option, value));
    }

    /** Sets SO_REUSEADDR. */
    public Socket reusingAddress() {
        set(SocketOption.SO_REUSEADDR, OptionValue.of(1)).succeeds();
        return this;
    }

    /** Gives it a small send buffer, so that little is on its way when nobody receives. */
    public Socket withSmallSendBuffer() {
        set(SocketOption.SO_SNDBUF, OptionValue.of(4096)).succeeds();
        return this;
    }

    /** Asks for its name and returns the port. */
    public int port() {
        return ((Address.WithPort) name().address()).port();
    }

    /** Calls getsockname(). */
    public OutcomeAssert name() {
        return host.call(new Call.Getsockname(fd));
    }

    /** Calls getpeername(). */
    public OutcomeAssert peerName() {
        return host.call(new Call.Getpeername(fd));
    }

    /** Calls accept(), getsockname() or getpeername() with memory that shows what is written to it. */
    public StoredName stores(String function, int room) {
        return StoredName.of(this, function, room);
    }

    /** Calls a function with this descriptor, and memory, lengths and pointers as they are given. */
    public OutcomeAssert raw(String function, Argument... further) {
        return host.raw(
                function,
                Stream.concat(Stream.of(new Argument.Number(fd)), Stream.of(further))
                        .toArray(Argument[]::new));
    }

    public OutcomeAssert dup() {
        return host.call(new Call.Dup(fd)).creating(domain, type);
    }

    public OutcomeAssert fstat() {
        return host.call(new Call.Fstat(fd));
    }

    public OutcomeAssert fchmod(int mode) {
        return host.call(new Call.Fchmod(fd, mode));
    }

    /** Calls fcntl() with F_GETFL. */
    public OutcomeAssert flags() {
        return host.call(new Call.Fcntl(fd, FcntlCommand.F_GETFL, Set.of()));
    }

    /** Calls fcntl() with F_SETFL. */
    public OutcomeAssert setFlags(FileFlag... flags) {
        return host.call(new Call.Fcntl(fd, FcntlCommand.F_SETFL, Set.of(flags)));
    }

    /** Calls fcntl() with F_GETFD. */
    public OutcomeAssert descriptorFlags() {
        return host.call(new Call.Fcntl(fd, FcntlCommand.F_GETFD, Set.of()));
    }

    /** Calls fcntl() with F_SETFD. */
    public OutcomeAssert setDescriptorFlags(FileFlag... flags) {
        return host.call(new Call.Fcntl(fd, FcntlCommand.F_SETFD, Set.of(flags)));
    }

    /** Passes the descriptor to the process of another host, which has a duplicate of it then. */
    public Socket sharedWith(Host other) {
        var receiver = other.socket(Domain.AF_UNIX, SocketType.SOCK_DGRAM);
        receiver.bind(host.run().loans().path()).succeeds();
        var carrier = host.socket(Domain.AF_UNIX, SocketType.SOCK_DGRAM);
        carrier.connect(receiver).succeeds();
        carrier.sendMessage("x", new Control.Rights(List.of(fd))).succeeds();
        return other.adopt(receiver.recvMessage(1).passedDescriptor(), domain, type);
    }

    /** Returns the descriptor under another number, as if it were of the same kind. */
    public Socket as(int other) {
        return new Socket(host, other, domain, type);
    }

    private OutcomeAssert poll(int timeout, PollEvent... events) {
        return host.call(new Call.Poll(List.of(new PollFd(fd, Set.of(events))), timeout));
    }

    private OutcomeAssert select(int timeout) {
        var one = List.of(fd);
        return host.call(new Call.Select(new FdSets(one, one, one), timeout));
    }
}
