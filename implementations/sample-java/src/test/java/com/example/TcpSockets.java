package com.example;

import java.io.Closeable;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.sockspec.api.Address;
import org.sockspec.api.Bytes;
import org.sockspec.api.Capabilities;
import org.sockspec.api.Domain;
import org.sockspec.api.Errno;
import org.sockspec.api.MessageFlag;
import org.sockspec.api.OptionValue;
import org.sockspec.api.Outcome;
import org.sockspec.api.Protocol;
import org.sockspec.api.Returned;
import org.sockspec.api.Shutdown;
import org.sockspec.api.SocketApi;
import org.sockspec.api.SocketFlag;
import org.sockspec.api.SocketOption;
import org.sockspec.api.SocketType;

/** Java's blocking sockets for TCP over IPv4. What is not overridden here is unsupported. */
public final class TcpSockets implements SocketApi {

    /** A socket. Java has one class to connect and another to listen, so there is no object before it is known which. */
    private static final class Tcp {
        InetSocketAddress local = new InetSocketAddress(0);
        boolean bound;
        boolean reuse;
        Socket stream;
        ServerSocket listener;

        Closeable object() {
            return stream == null ? listener : stream;
        }
    }

    private static final Map<String, Errno> ERRORS = Map.ofEntries(
            Map.entry("Address already in use", Errno.EADDRINUSE),
            Map.entry("Broken pipe", Errno.EPIPE),
            Map.entry("Cannot assign requested address", Errno.EADDRNOTAVAIL),
            Map.entry("Connection refused", Errno.ECONNREFUSED),
            Map.entry("Connection reset", Errno.ECONNRESET),
            Map.entry("Connection timed out", Errno.ETIMEDOUT),
            Map.entry("Invalid argument", Errno.EINVAL),
            Map.entry("Network is unreachable", Errno.ENETUNREACH),
            Map.entry("No route to host", Errno.EHOSTUNREACH),
            Map.entry("Permission denied", Errno.EACCES),
            Map.entry("Protocol not available", Errno.ENOPROTOOPT),
            Map.entry("Socket closed", Errno.EBADF),
            Map.entry("Socket output is shutdown", Errno.EPIPE));

    @FunctionalInterface
    private interface Work {
        Outcome on(Tcp socket) throws IOException;
    }

    @FunctionalInterface
    private interface WorkWithAddress {
        Outcome on(Tcp socket, InetSocketAddress address) throws IOException;
    }

    @FunctionalInterface
    private interface WorkOnStream {
        Outcome on(Socket stream) throws IOException;
    }

    private final AtomicInteger last = new AtomicInteger();
    private final Map<Integer, Tcp> open = new ConcurrentHashMap<>();
    private final Map<Thread, Tcp> working = new ConcurrentHashMap<>();

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                        "sample",
                        "1.0",
                        "Java " + Runtime.version().feature(),
                        64,
                        Set.of(Domain.AF_INET),
                        Set.of(SocketType.SOCK_STREAM),
                        Set.of(
                                "socket",
                                "bind",
                                "listen",
                                "accept",
                                "connect",
                                "send",
                                "recv",
                                "shutdown",
                                "close",
                                "getsockname",
                                "setsockopt",
                                "send_pattern",
                                "recv_pattern"))
                .lacking(Set.of("descriptor-numbers"));
    }

    @Override
    public Outcome socket(Domain domain, SocketType type, Set<SocketFlag> flags, Protocol protocol) {
        if (domain != Domain.AF_INET || type != SocketType.SOCK_STREAM || !flags.isEmpty()) {
            return new Outcome.Unsupported(domain + " " + type + " " + flags);
        }
        return protocol == Protocol.DEFAULT || protocol == Protocol.IPPROTO_TCP
                ? added(new Tcp())
                : new Outcome.Unsupported(protocol.toString());
    }

    @Override
    public Outcome bind(int fd, Address address) {
        return with(fd, address, (socket, local) -> {
            if (socket.bound || socket.object() != null) {
                return Outcome.failed(Errno.EINVAL);
            }
            socket.bound = true;
            socket.local = local;
            return Outcome.returned(0);
        });
    }

    @Override
    public Outcome setsockopt(int fd, SocketOption option, OptionValue value) {
        if (option != SocketOption.SO_REUSEADDR || !(value instanceof OptionValue.Number number)) {
            return new Outcome.Unsupported(option + " " + value);
        }
        return with(fd, socket -> {
            socket.reuse = number.value() != 0;
            return Outcome.returned(0);
        });
    }

    @Override
    public Outcome listen(int fd, int backlog) {
        return with(fd, socket -> {
            if (socket.object() != null) {
                return new Outcome.Unsupported("listen() on a socket that has a role");
            }
            var listener = new ServerSocket();
            listener.setReuseAddress(socket.reuse);
            listener.bind(socket.local, backlog);
            socket.listener = listener;
            return Outcome.returned(0);
        });
    }

    @Override
    public Outcome accept(int fd, boolean withAddress) {
        return with(fd, socket -> {
            if (socket.listener == null) {
                return Outcome.failed(Errno.EINVAL);
            }
            var connection = new Tcp();
            connection.stream = socket.listener.accept();
            var descriptor = added(connection);
            var peer = (InetSocketAddress) connection.stream.getRemoteSocketAddress();
            return withAddress ? descriptor.withAddress(inet(peer), 16) : descriptor;
        });
    }

    @Override
    public Outcome connect(int fd, Address address) {
        return with(fd, address, (socket, peer) -> {
            if (socket.object() != null) {
                return Outcome.failed(socket.listener == null ? Errno.EISCONN : Errno.EOPNOTSUPP);
            }
            socket.stream = new Socket();
            socket.stream.setReuseAddress(socket.reuse);
            if (socket.bound) {
                socket.stream.bind(socket.local);
            }
            socket.stream.connect(peer);
            return Outcome.returned(0);
        });
    }

    @Override
    public Outcome send(int fd, Bytes data, Set<MessageFlag> flags) {
        return withStream(fd, flags, stream -> {
            stream.getOutputStream().write(data.toArray());
            return Outcome.returned(data.length());
        });
    }

    @Override
    public Outcome recv(int fd, int length, Set<MessageFlag> flags) {
        return withStream(fd, flags, stream -> {
            var buffer = new byte[length];
            int count = stream.getInputStream().read(buffer);
            return Returned.received(Bytes.of(Arrays.copyOf(buffer, Math.max(count, 0))));
        });
    }

    @Override
    public Outcome shutdown(int fd, Shutdown how) {
        return withStream(fd, Set.of(), stream -> {
            if (how != Shutdown.SHUT_WR) {
                stream.shutdownInput();
            }
            if (how != Shutdown.SHUT_RD) {
                stream.shutdownOutput();
            }
            return Outcome.returned(0);
        });
    }

    @Override
    public Outcome getsockname(int fd) {
        return with(fd, socket -> {
            if (socket.object() == null) {
                return new Outcome.Unsupported("the name of a socket that neither listens nor connects yet");
            }
            var local = socket.stream == null
                    ? socket.listener.getLocalSocketAddress()
                    : socket.stream.getLocalSocketAddress();
            return Returned.name(inet((InetSocketAddress) local), 16);
        });
    }

    @Override
    public Outcome close(int fd) {
        return with(fd, socket -> {
            open.remove(fd);
            if (socket.object() != null) {
                socket.object().close();
            }
            return Outcome.returned(0);
        });
    }

    @Override
    public void discard(int fd) {
        with(fd, socket -> {
            if (socket.stream != null) {
                socket.stream.setSoLinger(true, 0);
            }
            return Outcome.returned(0);
        });
        close(fd);
    }

    /** Java's blocking calls end when another thread closes the socket. */
    @Override
    public void release(Thread thread) {
        var socket = working.get(thread);
        if (socket != null && socket.object() != null) {
            try {
                socket.object().close();
            } catch (IOException e) {
                thread.interrupt();
            }
        }
    }

    private Returned added(Tcp socket) {
        int fd = last.incrementAndGet();
        open.put(fd, socket);
        return Outcome.returned(fd);
    }

    private Outcome with(int fd, Work work) {
        var socket = open.get(fd);
        if (socket == null) {
            return Outcome.failed(Errno.EBADF);
        }
        working.put(Thread.currentThread(), socket);
        try {
            return work.on(socket);
        } catch (IOException e) {
            return Outcome.failed(errno(e));
        } finally {
            working.remove(Thread.currentThread());
        }
    }

    private Outcome with(int fd, Address address, WorkWithAddress work) {
        if (!(address instanceof Address.Inet inet)) {
            return new Outcome.Unsupported("the address " + address);
        }
        return with(
                fd, socket -> work.on(socket, new InetSocketAddress(InetAddress.getByName(inet.host()), inet.port())));
    }

    private Outcome withStream(int fd, Set<MessageFlag> flags, WorkOnStream work) {
        if (!flags.isEmpty() && !flags.equals(Set.of(MessageFlag.MSG_NOSIGNAL))) {
            return new Outcome.Unsupported(flags.toString());
        }
        return with(fd, socket -> {
            if (socket.listener != null) {
                return new Outcome.Unsupported("to do this with a java.net.ServerSocket");
            }
            return socket.stream == null ? Outcome.failed(Errno.ENOTCONN) : work.on(socket.stream);
        });
    }

    private static Address inet(InetSocketAddress address) {
        var host = address.getAddress() instanceof Inet4Address four ? four.getHostAddress() : "0.0.0.0";
        return new Address.Inet(host, address.getPort());
    }

    /** Java has no numbers for errors: only the texts of the system tell them apart. The rest is EIO. */
    private static Errno errno(IOException e) {
        return ERRORS.getOrDefault(String.valueOf(e.getMessage()), Errno.EIO);
    }
}
