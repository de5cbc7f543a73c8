package org.sockspec.java.nio;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SelectableChannel;
import org.sockspec.api.OptionValue;
import org.sockspec.api.SocketOption;
import org.sockspec.java.Endpoint;
import org.sockspec.java.Options;

/** What the three kinds of channels have in common. */
abstract class ChannelEndpoint<C extends SelectableChannel & NetworkChannel> implements Endpoint {
    final C channel;

    ChannelEndpoint(C channel) {
        this.channel = channel;
    }

    /** Returns what a selector is asked for where poll() is asked for POLLIN, or 0 if it cannot be. */
    abstract int readable();

    /** Returns what a selector is asked for where poll() is asked for POLLOUT, or 0 if it cannot be. */
    abstract int writable();

    @Override
    public void bind(SocketAddress local) throws IOException {
        channel.bind(local);
    }

    @Override
    public SocketAddress localAddress() throws IOException {
        return channel.getLocalAddress();
    }

    @Override
    public OptionValue option(SocketOption option) throws IOException {
        return Options.get(channel::getOption, option);
    }

    @Override
    public void setOption(SocketOption option, OptionValue value) throws IOException {
        Options.set(channel::setOption, option, value);
    }

    @Override
    public boolean isNonBlocking() {
        return !channel.isBlocking();
    }

    @Override
    public void setNonBlocking(boolean on) throws IOException {
        channel.configureBlocking(!on);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
