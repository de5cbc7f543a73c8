package org.sockspec.java.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.net.SocketAddress;
import org.sockspec.api.OptionValue;
import org.sockspec.api.SocketOption;
import org.sockspec.java.Endpoint;
import org.sockspec.java.NotExpressible;
import org.sockspec.java.Options;

/** What all channels of Netty have in common. A call is an operation and the wait for its future. */
abstract class NettyEndpoint implements Endpoint {
    final Transport transport;
    final Channel channel;
    final Inbox inbox = new Inbox();

    /** Has Netty read only when it is asked to, and keeps a channel whose peer sends no more. */
    NettyEndpoint(Transport transport, Channel channel) throws IOException {
        this.transport = transport;
        this.channel = channel;
        channel.config().setAutoRead(false);
        channel.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
        channel.pipeline().addLast(inbox);
        Futures.await(transport.group().register(channel));
    }

    @Override
    public void bind(SocketAddress local) throws IOException {
        Futures.await(channel.bind(transport.toNetty(local)));
    }

    @Override
    public void connect(SocketAddress peer) throws IOException {
        Futures.await(channel.connect(transport.toNetty(peer)));
    }

    @Override
    public SocketAddress localAddress() {
        return Transport.ofNetty(channel.localAddress());
    }

    @Override
    public SocketAddress peerAddress() {
        return Transport.ofNetty(channel.remoteAddress());
    }

    @Override
    public OptionValue option(SocketOption option) throws IOException {
        return Options.get(this::get, option);
    }

    @Override
    public void setOption(SocketOption option, OptionValue value) throws IOException {
        Options.set(this::set, option, value);
    }

    @Override
    public void close() throws IOException {
        Futures.await(channel.close());
    }

    @Override
    public void discard() throws IOException {
        if (channel.isActive()) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
        }
        close();
    }

    /** Netty's options have the names of Java's. */
    private <T> T get(java.net.SocketOption<T> option) {
        var value = channel.config().getOption(ChannelOption.<T>valueOf(option.name()));
        if (value == null) {
            throw new NotExpressible(option.name());
        }
        return value;
    }

    private <T> Object set(java.net.SocketOption<T> option, T value) {
        if (!channel.config().setOption(ChannelOption.valueOf(option.name()), value)) {
            throw new NotExpressible(option.name());
        }
        return value;
    }
}
