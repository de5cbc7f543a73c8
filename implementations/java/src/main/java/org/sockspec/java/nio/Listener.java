package org.sockspec.java.nio;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import org.sockspec.api.Errno;
import org.sockspec.java.Endpoint;
import org.sockspec.java.ErrnoException;

/** A ServerSocketChannel, which binds and listens in one call. */
final class Listener extends ChannelEndpoint<ServerSocketChannel> {
    private SocketAddress local;

    Listener(ServerSocketChannel channel) {
        super(channel);
    }

    @Override
    int readable() {
        return SelectionKey.OP_ACCEPT;
    }

    @Override
    int writable() {
        return 0;
    }

    @Override
    public void bind(SocketAddress address) {
        local = address;
    }

    @Override
    public void listen(int backlog) throws IOException {
        channel.bind(local, backlog);
    }

    @Override
    public Endpoint accept() throws IOException {
        var connection = channel.accept();
        if (connection == null) {
            throw new ErrnoException(Errno.EAGAIN);
        }
        return new Client(connection);
    }
}
