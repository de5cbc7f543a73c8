package org.sockspec.java.nio;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sockspec.api.Capabilities;
import org.sockspec.api.Domain;
import org.sockspec.api.PollEvent;
import org.sockspec.api.PollFd;
import org.sockspec.api.SocketType;
import org.sockspec.java.Endpoint;
import org.sockspec.java.Binding;
import org.sockspec.java.EndpointApi;
import org.sockspec.java.NotExpressible;
import org.sockspec.java.StreamSocket;

/** The channels of java.nio, with a Selector as poll(). */
final class NioLibrary implements EndpointApi.Library {
    private static final Map<Domain, ProtocolFamily> FAMILIES = Map.of(
            Domain.AF_INET, StandardProtocolFamily.INET,
            Domain.AF_INET6, StandardProtocolFamily.INET6,
            Domain.AF_UNIX, StandardProtocolFamily.UNIX);

    @Override
    public Capabilities capabilities() {
        return Binding.capabilities(
                "jdk-nio", System.getProperty("java.version"), FAMILIES.keySet(), "poll", "fcntl");
    }

    @Override
    public Endpoint socket(Domain domain, SocketType type) throws IOException {
        var family = FAMILIES.get(domain);
        if (family != null && type == SocketType.SOCK_STREAM) {
            return new StreamSocket(
                    () -> new Client(SocketChannel.open(family)), () -> new Listener(ServerSocketChannel.open(family)));
        }
        if (family != null && type == SocketType.SOCK_DGRAM) {
            return new Datagrams(DatagramChannel.open(family));
        }
        throw new NotExpressible(domain + " " + type);
    }

    @Override
    public List<Set<PollEvent>> poll(List<Endpoint> endpoints, List<PollFd> fds, int timeout) throws IOException {
        if (new HashSet<>(endpoints).size() < endpoints.size()) {
            throw new NotExpressible("one channel twice in a Selector");
        }
        try (var selector = Selector.open()) {
            var keys = new ArrayList<SelectionKey>();
            for (int i = 0; i < endpoints.size(); i++) {
                keys.add(register(selector, endpoints.get(i), fds.get(i).events()));
            }
            if (timeout == 0) {
                selector.selectNow();
            } else {
                // 0 waits without limit here.
                selector.select(Math.max(timeout, 0));
            }
            return keys.stream().map(NioLibrary::events).toList();
        }
    }

    private static SelectionKey register(Selector selector, Endpoint endpoint, Set<PollEvent> events)
            throws IOException {
        var object = endpoint instanceof StreamSocket stream ? stream.decided() : endpoint;
        var polled = (ChannelEndpoint<?>) object;
        int operations = 0;
        for (var event : events) {
            int operation =
                    event == PollEvent.POLLIN ? polled.readable() : event == PollEvent.POLLOUT ? polled.writable() : 0;
            if (operation == 0) {
                throw new NotExpressible(event.toString());
            }
            operations |= operation;
        }
        if (operations == 0) {
            throw new NotExpressible("a Selector that waits for no operation");
        }
        return polled.channel.register(selector, operations);
    }

    private static Set<PollEvent> events(SelectionKey key) {
        var events = EnumSet.noneOf(PollEvent.class);
        if ((key.readyOps() & (SelectionKey.OP_READ | SelectionKey.OP_ACCEPT)) != 0) {
            events.add(PollEvent.POLLIN);
        }
        if ((key.readyOps() & (SelectionKey.OP_WRITE | SelectionKey.OP_CONNECT)) != 0) {
            events.add(PollEvent.POLLOUT);
        }
        return events;
    }

    /** An interrupt closes the channel that the thread is blocked on, and wakes a Selector. */
    @Override
    public void release(Thread thread, Endpoint endpoint) {
        thread.interrupt();
    }
}
