import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NetworkChannel;
import java.nio.channels.NotYetConnectedException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.sockspec.api.*;
import org.sockspec.protocol.TesteeServer;

/**
 * A testee of sockspec: exposes sockets as SocketApi has them. TesteeServer speaks the protocol, makes each lane a
 * thread, and ends sessions: it interrupts blocked threads and discards what is open.
 *
 * <p>YOUR STACK: put its calls where those of Java's channels are. To add a call, override one more method of SocketApi
 * and name it in CALLS. What the stack cannot express is unsupported, never emulated.
 */
public final class Testee implements SocketApi {
    private static final Set<String> CALLS = Set.of(
            "socket", "bind", "listen", "accept", "connect", "send", "recv", "close", "getsockname", "getpeername",
            "shutdown", "setsockopt", "getsockopt");

    /** Java's exceptions have texts where others have numbers. */
    private static final Map<String, Errno> ERRORS = Map.of(
            "Address already in use", Errno.EADDRINUSE,
            "Broken pipe", Errno.EPIPE,
            "Cannot assign requested address", Errno.EADDRNOTAVAIL,
            "Connection refused", Errno.ECONNREFUSED,
            "Connection reset", Errno.ECONNRESET,
            "Connection reset by peer", Errno.ECONNRESET,
            "Connection timed out", Errno.ETIMEDOUT,
            "Network is unreachable", Errno.ENETUNREACH,
            "No route to host", Errno.EHOSTUNREACH,
            "Permission denied", Errno.EACCES);

    /** Channels have no numbers, so each gets one. A closed one stays, so that it is Java that refuses it. */
    private final Map<Integer, NetworkChannel> channels = new ConcurrentHashMap<>();

    private final Map<Integer, InetSocketAddress> locals = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();

    public static void main(String[] arguments) throws IOException {
        var in = new FileInputStream(FileDescriptor.in);
        var out = new FileOutputStream(FileDescriptor.out);
        TesteeServer.serve(new Testee(), in, out);
        Runtime.getRuntime().halt(0);
    }

    @Override
    public Capabilities capabilities() {
        var platform = System.getProperty("os.name") + ", Java " + System.getProperty("java.version");
        var level = "binding"; // or "call": a complete sockets API
        return new Capabilities(
                "my-stack", "0.1", platform, 16, Set.of(Domain.AF_INET), Set.of(SocketType.SOCK_STREAM), CALLS, level, null);
    }

    @Override
    public Outcome socket(Domain domain, SocketType type, Set<SocketFlag> flags, Protocol protocol) {
        boolean known = protocol == Protocol.DEFAULT || protocol == Protocol.IPPROTO_TCP;
        if (domain != Domain.AF_INET || type != SocketType.SOCK_STREAM || !flags.isEmpty() || !known) {
            return new Outcome.Unsupported(domain + ", " + type + ", " + flags + ", " + protocol);
        }
        return answer(() -> opened(SocketChannel.open(StandardProtocolFamily.INET)));
    }

    /** Binds when it listens or connects: only then is it known which class of Java the socket is. */
    @Override
    public Outcome bind(int fd, Address address) {
        return answer(() -> {
            channel(SocketChannel.class, fd).getLocalAddress(); // fails if it is closed
            locals.put(fd, given(address));
            return Returned.of(0);
        });
    }

    @Override
    public Outcome listen(int fd, int backlog) {
        return answer(() -> {
            var channel = channel(SocketChannel.class, fd);
            channel.getLocalAddress(); // fails if it is closed
            channel.close();
            var server = ServerSocketChannel.open(StandardProtocolFamily.INET);
            channels.put(fd, server);
            server.bind(locals.get(fd), backlog);
            return Returned.of(0);
        });
    }

    @Override
    public Outcome accept(int fd, boolean withAddress) {
        return answer(() -> {
            var connection = channel(ServerSocketChannel.class, fd).accept();
            var opened = opened(connection);
            return withAddress ? stored(opened, connection.getRemoteAddress()) : opened;
        });
    }

    @Override
    public Outcome connect(int fd, Address address) {
        return answer(() -> {
            var channel = channel(SocketChannel.class, fd);
            if (locals.containsKey(fd)) {
                channel.bind(locals.remove(fd));
            }
            channel.connect(given(address));
            return Returned.of(0);
        });
    }

    @Override
    public Outcome send(int fd, Bytes data, Set<MessageFlag> flags) {
        if (!Set.of(MessageFlag.MSG_NOSIGNAL).containsAll(flags)) {
            return new Outcome.Unsupported(flags.toString());
        }
        return answer(() -> Returned.of(channel(SocketChannel.class, fd).write(ByteBuffer.wrap(data.toArray()))));
    }

    @Override
    public Outcome recv(int fd, int length, Set<MessageFlag> flags) {
        if (!flags.isEmpty()) {
            return new Outcome.Unsupported(flags.toString());
        }
        return answer(() -> {
            var buffer = ByteBuffer.allocate(length);
            int count = channel(SocketChannel.class, fd).read(buffer); // -1 at the end
            return Returned.received(Bytes.of(buffer.array()).slice(0, Math.max(count, 0)));
        });
    }

    @Override
    public Outcome close(int fd) {
        return answer(() -> {
            channel(NetworkChannel.class, fd).close();
            return Returned.of(0);
        });
    }

    @Override
    public Outcome getsockname(int fd) {
        return answer(() -> stored(Returned.of(0), channel(NetworkChannel.class, fd).getLocalAddress()));
    }

    @Override
    public Outcome getpeername(int fd) {
        return answer(() -> stored(Returned.of(0), channel(SocketChannel.class, fd).getRemoteAddress()));
    }

    @Override
    public Outcome shutdown(int fd, Shutdown how) {
        return answer(() -> {
            var channel = channel(SocketChannel.class, fd);
            if (how != Shutdown.SHUT_WR) {
                channel.shutdownInput();
            }
            if (how != Shutdown.SHUT_RD) {
                channel.shutdownOutput();
            }
            return Returned.of(0);
        });
    }

    @Override
    public Outcome setsockopt(int fd, SocketOption option, OptionValue value) {
        if (!(value instanceof OptionValue.Number number)) {
            return new Outcome.Unsupported("an option that is no int");
        }
        return answer(() -> {
            var channel = channel(NetworkChannel.class, fd);
            var named = named(option, channel);
            Object given = named.type() == (Class<?>) Boolean.class ? (Object) (number.value() != 0) : number.value();
            channel.setOption(named, given);
            return Returned.of(0);
        });
    }

    @Override
    public Outcome getsockopt(int fd, SocketOption option) {
        return answer(() -> {
            var channel = channel(NetworkChannel.class, fd);
            Object value = channel.getOption(named(option, channel));
            return Returned.option(OptionValue.of(value instanceof Boolean on ? (on ? 1 : 0) : (Integer) value));
        });
    }

    /** Closes at the end of a session, without a trace such as TIME_WAIT. */
    @Override
    public void discard(int fd) {
        locals.remove(fd);
        try (var channel = channels.remove(fd)) {
            if (channel instanceof SocketChannel && channel.isOpen()) {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            }
        } catch (IOException e) {
            System.err.println("discard(" + fd + "): " + e);
        }
    }

    private Returned opened(SocketChannel channel) {
        int fd = numbers.incrementAndGet();
        channels.put(fd, channel);
        return Returned.of(fd);
    }

    private <C extends NetworkChannel> C channel(Class<C> type, int fd) {
        if (type.isInstance(channels.get(fd))) {
            return type.cast(channels.get(fd));
        }
        throw new UnsupportedOperationException("Java has no such call of what is number " + fd);
    }

    private static InetSocketAddress given(Address address) throws IOException {
        if (address instanceof Address.Inet inet) {
            return new InetSocketAddress(InetAddress.getByName(inet.host()), inet.port());
        }
        throw new UnsupportedOperationException("address " + address);
    }

    private static Returned stored(Returned returned, java.net.SocketAddress name) throws IOException {
        if (name instanceof InetSocketAddress inet) {
            return returned.withAddress(new Address.Inet(inet.getAddress().getHostAddress(), inet.getPort()), 16);
        }
        throw new UnsupportedOperationException("Java does not tell the address");
    }

    /** Finds the option of the same name; Java has a class for each, and the channel knows which ones it has. */
    @SuppressWarnings("unchecked")
    private static java.net.SocketOption<Object> named(SocketOption option, NetworkChannel channel) {
        return (java.net.SocketOption<Object>) channel.supportedOptions().stream()
                .filter(each -> each.name().equals(option.name()))
                .filter(each -> each.type() == Boolean.class || each.type() == Integer.class)
                .findFirst()
                .orElseThrow(() -> new UnsupportedOperationException("Java has no " + option));
    }

    private interface Call {
        Outcome make() throws IOException;
    }

    private static Outcome answer(Call call) {
        try {
            return call.make();
        } catch (ClosedChannelException e) {
            return Outcome.failed(Errno.EBADF);
        } catch (NotYetConnectedException e) {
            return Outcome.failed(Errno.ENOTCONN);
        } catch (AlreadyConnectedException e) {
            return Outcome.failed(Errno.EISCONN);
        } catch (IOException e) {
            var errno = ERRORS.get(String.valueOf(e.getMessage()));
            return errno == null ? new Outcome.Unsupported(e.toString()) : Outcome.failed(errno);
        } catch (IllegalStateException | IllegalArgumentException | UnsupportedOperationException e) {
            return new Outcome.Unsupported(e.toString()); // Java refused it, and made no call
        }
    }
}
