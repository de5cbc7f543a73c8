package org.sockspec.java;

import java.io.IOException;
import java.net.SocketAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.sockspec.api.Address;
import org.sockspec.api.Bytes;
import org.sockspec.api.Capabilities;
import org.sockspec.api.Domain;
import org.sockspec.api.Errno;
import org.sockspec.api.FcntlCommand;
import org.sockspec.api.FileFlag;
import org.sockspec.api.MessageFlag;
import org.sockspec.api.OptionValue;
import org.sockspec.api.Outcome;
import org.sockspec.api.PollEvent;
import org.sockspec.api.PollFd;
import org.sockspec.api.Protocol;
import org.sockspec.api.Returned;
import org.sockspec.api.Shutdown;
import org.sockspec.api.SocketApi;
import org.sockspec.api.SocketFlag;
import org.sockspec.api.SocketOption;
import org.sockspec.api.SocketType;

/**
 * The sockets API over a library of Java: finds the object behind a number, and turns exceptions into errors. Numbers
 * are given to objects, counted up, and never used again; a closed object keeps its number, so that its own answer is
 * heard.
 */
public final class EndpointApi implements SocketApi {

    /** A library. */
    public interface Library {
        Capabilities capabilities();

        Endpoint socket(Domain domain, SocketType type) throws IOException;

        /** Waits until events have come, and tells which, in the order of the entries. */
        default List<Set<PollEvent>> poll(List<Endpoint> endpoints, List<PollFd> fds, int timeout) throws IOException {
            throw new NotExpressible("poll");
        }

        /** Makes the call that a thread is blocked in, on an endpoint or without one, return. */
        void release(Thread thread, Endpoint endpoint) throws IOException;
    }

    @FunctionalInterface
    private interface Work {
        Outcome on(Endpoint endpoint) throws IOException;
    }

    private static final Endpoint NONE = () -> {};

    private final Library library;
    private final AtomicInteger last = new AtomicInteger();
    private final Map<Integer, Endpoint> endpoints = new ConcurrentHashMap<>();
    private final Map<Thread, Endpoint> working = new ConcurrentHashMap<>();

    public EndpointApi(Library library) {
        this.library = library;
    }

    @Override
    public Capabilities capabilities() {
        return library.capabilities();
    }

    @Override
    public Outcome socket(Domain domain, SocketType type, Set<SocketFlag> flags, Protocol protocol) {
        return make(NONE, none -> {
            require(flags.isEmpty() && protocol == Protocol.DEFAULT, flags + " " + protocol);
            return added(library.socket(domain, type));
        });
    }

    @Override
    public Outcome bind(int fd, Address address) {
        return on(fd, endpoint -> {
            endpoint.bind(Addresses.ofJava(address));
            return Outcome.returned(0);
        });
    }

    @Override
    public Outcome listen(int fd, int backlog) {
        return on(fd, endpoint -> {
            endpoint.listen(backlog);
            return Outcome.returned(0);
        });
    }

    @Override
    public Outcome accept(int fd, boolean withAddress) {
        return on(fd, endpoint -> {
            var connection = endpoint.accept();
            var descriptor = added(connection);
            return withAddress ? withAddress(descriptor, connection.peerAddress()) : descriptor;
        });
    }

    @Override
    public Outcome connect(int fd, Address address) {
        return on(fd, endpoint -> {
            if (address instanceof Address.Unspec) {
                endpoint.disconnect();
            } else {
                endpoint.connect(Addresses.ofJava(address));
            }
            return Outcome.returned(0);
        });
    }

    @Override
    public Outcome send(int fd, Bytes data, Set<MessageFlag> flags) {
        return on(fd, endpoint -> {
            if (flags.contains(MessageFlag.MSG_OOB) && data.length() == 1) {
                endpoint.sendUrgent(data.at(0));
                return Outcome.returned(1);
            }
            requireNoFlags(flags);
            return Outcome.returned(endpoint.send(data.toArray()));
        });
    }

    @Override
    public Outcome sendto(int fd, Bytes data, Set<MessageFlag> flags, Address address) {
        return on(fd, endpoint -> {
            requireNoFlags(flags);
            return Outcome.returned(endpoint.sendTo(data.toArray(), Addresses.ofJava(address)));
        });
    }

    @Override
    public Outcome write(int fd, Bytes data) {
        return send(fd, data, Set.of());
    }

    @Override
    public Outcome recv(int fd, int length, Set<MessageFlag> flags) {
        return recvfrom(fd, length, flags, false);
    }

    @Override
    public Outcome recvfrom(int fd, int length, Set<MessageFlag> flags, boolean withAddress) {
        return on(fd, endpoint -> {
            requireNoFlags(flags);
            var received = endpoint.receive(length);
            var returned = Returned.received(received.data());
            return withAddress ? withAddress(returned, received.from()) : returned;
        });
    }

    @Override
    public Outcome read(int fd, int length) {
        return recv(fd, length, Set.of());
    }

    @Override
    public Outcome shutdown(int fd, Shutdown how) {
        return on(fd, endpoint -> {
            endpoint.shutdown(how);
            return Outcome.returned(0);
        });
    }

    @Override
    public Outcome close(int fd) {
        return on(fd, endpoint -> {
            endpoint.close();
            return Outcome.returned(0);
        });
    }

    @Override
    public Outcome poll(List<PollFd> fds, int timeout) {
        return make(NONE, none -> {
            var polled = fds.stream().map(entry -> endpoints.get(entry.fd())).toList();
            require(!polled.contains(null), "poll on a number without an object");
            var revents = library.poll(polled, fds, timeout);
            return Returned.polled(
                    revents.stream().filter(events -> !events.isEmpty()).count(), revents);
        });
    }

    @Override
    public Outcome getsockopt(int fd, SocketOption option) {
        return on(fd, endpoint -> Returned.option(endpoint.option(option)));
    }

    @Override
    public Outcome setsockopt(int fd, SocketOption option, OptionValue value) {
        return on(fd, endpoint -> {
            endpoint.setOption(option, value);
            return Outcome.returned(0);
        });
    }

    @Override
    public Outcome getsockname(int fd) {
        return on(fd, endpoint -> withAddress(Outcome.returned(0), endpoint.localAddress()));
    }

    @Override
    public Outcome getpeername(int fd) {
        return on(fd, endpoint -> {
            var peer = endpoint.peerAddress();
            return peer == null ? Outcome.failed(Errno.ENOTCONN) : withAddress(Outcome.returned(0), peer);
        });
    }

    @Override
    public Outcome fcntl(int fd, FcntlCommand command, Set<FileFlag> flags) {
        return on(fd, endpoint -> {
            if (command == FcntlCommand.F_SETFL) {
                require(EnumSet.of(FileFlag.O_NONBLOCK, FileFlag.O_RDWR).containsAll(flags), flags.toString());
                endpoint.setNonBlocking(flags.contains(FileFlag.O_NONBLOCK));
                return Outcome.returned(0);
            }
            require(command == FcntlCommand.F_GETFL, command.toString());
            return Returned.flags(endpoint.isNonBlocking() ? Set.of(FileFlag.O_NONBLOCK) : Set.of());
        });
    }

    @Override
    public void release(Thread thread) {
        var endpoint = working.get(thread);
        if (endpoint != null) {
            try {
                library.release(thread, endpoint);
            } catch (IOException e) {
                // It is tried again until the thread is free.
                thread.interrupt();
            }
        }
    }

    @Override
    public void discard(int fd) {
        on(fd, endpoint -> {
            endpoint.discard();
            return Outcome.returned(0);
        });
        endpoints.remove(fd);
    }

    private Returned added(Endpoint endpoint) {
        int fd = last.incrementAndGet();
        endpoints.put(fd, endpoint);
        return Outcome.returned(fd);
    }

    private Outcome on(int fd, Work work) {
        var endpoint = endpoints.get(fd);
        return endpoint == null ? new Outcome.Unsupported("a number without an object") : make(endpoint, work);
    }

    private Outcome make(Endpoint endpoint, Work work) {
        // A thread that was to be freed may have been through with its call by then.
        Thread.interrupted();
        working.put(Thread.currentThread(), endpoint);
        try {
            return work.on(endpoint);
        } catch (NotExpressible e) {
            return new Outcome.Unsupported(e.getMessage());
        } catch (IOException e) {
            return Outcome.failed(Errnos.of(e).orElseGet(() -> unknown(e)));
        } catch (IllegalStateException | IllegalArgumentException | UnsupportedOperationException e) {
            // The library refused what it was given and made no call, unless the table says otherwise.
            return Errnos.of(e).<Outcome>map(Outcome::failed).orElseGet(() -> new Outcome.Unsupported(e.toString()));
        } finally {
            working.remove(Thread.currentThread());
        }
    }

    /** Names the exception on standard error, so that the table can be completed. */
    private static Errno unknown(IOException failure) {
        System.err.println("no errno for " + failure);
        return Errno.EIO;
    }

    private static Returned withAddress(Returned returned, SocketAddress address) {
        require(address != null, "an address that the library does not give");
        return Addresses.add(returned, address);
    }

    /** Java never raises SIGPIPE. */
    private static void requireNoFlags(Set<MessageFlag> flags) {
        require(EnumSet.of(MessageFlag.MSG_NOSIGNAL).containsAll(flags), flags.toString());
    }

    private static void require(boolean expressible, String what) {
        if (!expressible) {
            throw new NotExpressible(what);
        }
    }
}
