package org.sockspec.java;

import java.io.IOException;
import java.net.SocketAddress;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.sockspec.api.OptionValue;
import org.sockspec.api.Shutdown;
import org.sockspec.api.SocketOption;

/**
 * A stream socket that is not yet known to connect or to listen. Java has a class for each, so there is no object at
 * first: bind() before listen() is kept and made by listen(). Anything else decides that the socket is one to connect.
 */
public final class StreamSocket implements Endpoint {
    /** What a listening socket has, too. */
    private static final Set<SocketOption> KEPT = Set.of(SocketOption.SO_REUSEADDR, SocketOption.SO_RCVBUF);

    /** Creates an object. */
    @FunctionalInterface
    public interface Role {
        Endpoint create() throws IOException;
    }

    private final Role client;
    private final Role listener;
    private final Map<SocketOption, OptionValue> options = new EnumMap<>(SocketOption.class);
    private SocketAddress local;
    private boolean nonBlocking;
    private Endpoint role;

    public StreamSocket(Role client, Role listener) {
        this.client = client;
        this.listener = listener;
    }

    /** Returns the object that the socket is. */
    public synchronized Endpoint decided() throws IOException {
        if (role == null) {
            role = configured(client.create());
        }
        return role;
    }

    @Override
    public void bind(SocketAddress address) throws IOException {
        synchronized (this) {
            if (role == null && local == null) {
                local = address;
                return;
            }
        }
        decided().bind(address);
    }

    @Override
    public synchronized void listen(int backlog) throws IOException {
        if (role != null) {
            throw new NotExpressible("listen() on a socket that connects or listens");
        }
        var object = configured(listener.create());
        try {
            object.listen(backlog);
        } catch (IOException | RuntimeException e) {
            object.close();
            throw e;
        }
        role = object;
    }

    @Override
    public Endpoint accept() throws IOException {
        return decided().accept();
    }

    @Override
    public void connect(SocketAddress peer) throws IOException {
        decided().connect(peer);
    }

    @Override
    public int send(byte[] data) throws IOException {
        return decided().send(data);
    }

    @Override
    public void sendUrgent(byte data) throws IOException {
        decided().sendUrgent(data);
    }

    @Override
    public Received receive(int length) throws IOException {
        return decided().receive(length);
    }

    @Override
    public void shutdown(Shutdown how) throws IOException {
        decided().shutdown(how);
    }

    @Override
    public SocketAddress localAddress() throws IOException {
        return decided().localAddress();
    }

    @Override
    public SocketAddress peerAddress() throws IOException {
        return decided().peerAddress();
    }

    @Override
    public OptionValue option(SocketOption option) throws IOException {
        synchronized (this) {
            if (role == null && options.containsKey(option)) {
                return options.get(option);
            }
        }
        return decided().option(option);
    }

    @Override
    public void setOption(SocketOption option, OptionValue value) throws IOException {
        synchronized (this) {
            if (role == null && KEPT.contains(option)) {
                options.put(option, value);
                return;
            }
        }
        decided().setOption(option, value);
    }

    @Override
    public synchronized boolean isNonBlocking() {
        return role == null ? nonBlocking : role.isNonBlocking();
    }

    @Override
    public void setNonBlocking(boolean on) throws IOException {
        synchronized (this) {
            if (role == null) {
                nonBlocking = on;
                return;
            }
        }
        role.setNonBlocking(on);
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            if (role == null) {
                role = client.create();
            }
        }
        role.close();
    }

    @Override
    public void discard() throws IOException {
        if (role != null) {
            role.discard();
        }
    }

    private Endpoint configured(Endpoint object) throws IOException {
        try {
            for (var option : options.entrySet()) {
                object.setOption(option.getKey(), option.getValue());
            }
            if (nonBlocking) {
                object.setNonBlocking(true);
            }
            if (local != null) {
                object.bind(local);
            }
            return object;
        } catch (IOException | RuntimeException e) {
            object.close();
            throw e;
        }
    }
}
