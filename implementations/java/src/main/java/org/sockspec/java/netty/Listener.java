package org.sockspec.java.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.net.SocketAddress;
import org.sockspec.api.Errno;
import org.sockspec.java.Endpoint;
import org.sockspec.java.ErrnoException;
import org.sockspec.java.NotExpressible;

/** A server channel, which binds and listens in one call. */
final class Listener extends NettyEndpoint {
    private SocketAddress local;

    Listener(Transport transport, Channel channel) throws IOException {
        super(transport, channel);
    }

    @Override
    public void bind(SocketAddress address) {
        local = address;
    }

    @Override
    public void listen(int backlog) throws IOException {
        if (local == null) {
            throw new NotExpressible("listen() without an address");
        }
        channel.config().setOption(ChannelOption.SO_BACKLOG, backlog);
        super.bind(local);
    }

    @Override
    public void connect(SocketAddress peer) {
        throw new NotExpressible("connect() of a server channel");
    }

    @Override
    public SocketAddress peerAddress() {
        throw new NotExpressible("getpeername() of a server channel");
    }

    @Override
    public Endpoint accept() throws IOException {
        if (inbox.take(channel) instanceof Channel connection) {
            return new Client(transport, connection);
        }
        throw new ErrnoException(Errno.EBADF);
    }
}
