package org.sockspec.java.nio;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import org.sockspec.api.Bytes;
import org.sockspec.api.Errno;
import org.sockspec.api.OptionValue;
import org.sockspec.api.Shutdown;
import org.sockspec.api.SocketOption;
import org.sockspec.java.ErrnoException;
import org.sockspec.java.Errnos;

/** A SocketChannel. */
final class Client extends ChannelEndpoint<SocketChannel> {
    private static final int END_OF_STREAM = -1;

    Client(SocketChannel channel) {
        super(channel);
    }

    @Override
    int readable() {
        return SelectionKey.OP_READ;
    }

    @Override
    int writable() {
        return channel.isConnectionPending() ? SelectionKey.OP_CONNECT : SelectionKey.OP_WRITE;
    }

    @Override
    public void connect(SocketAddress peer) throws IOException {
        if (!channel.connect(peer)) {
            throw new ErrnoException(Errno.EINPROGRESS);
        }
    }

    @Override
    public int send(byte[] data) throws IOException {
        int count;
        try {
            count = channel.write(ByteBuffer.wrap(data));
        } catch (AsynchronousCloseException e) {
            throw e;
        } catch (ClosedChannelException e) {
            // The same exception tells of a closed channel and of one that shutdownOutput() was called on.
            throw channel.isOpen() ? new ErrnoException(Errno.EPIPE) : e;
        }
        if (count == 0 && data.length > 0) {
            throw new ErrnoException(Errno.EAGAIN);
        }
        return count;
    }

    @Override
    public Received receive(int length) throws IOException {
        var buffer = new byte[length];
        int count = channel.read(ByteBuffer.wrap(buffer));
        if (count == 0 && length > 0) {
            throw new ErrnoException(Errno.EAGAIN);
        }
        var data = count == END_OF_STREAM ? Bytes.EMPTY : Bytes.of(Arrays.copyOf(buffer, count));
        return new Received(data, null);
    }

    @Override
    public void shutdown(Shutdown how) throws IOException {
        if (how != Shutdown.SHUT_WR) {
            channel.shutdownInput();
        }
        if (how != Shutdown.SHUT_RD) {
            channel.shutdownOutput();
        }
    }

    @Override
    public SocketAddress peerAddress() throws IOException {
        return channel.getRemoteAddress();
    }

    /** The pending error of a connection is what finishConnect() throws; there is no other. */
    @Override
    public OptionValue option(SocketOption option) throws IOException {
        if (option != SocketOption.SO_ERROR || !channel.isConnectionPending()) {
            return super.option(option);
        }
        try {
            channel.finishConnect();
            return new OptionValue.Symbol("0");
        } catch (IOException e) {
            return new OptionValue.Symbol(Errnos.of(e).orElseThrow(() -> e).name());
        }
    }

    @Override
    public void discard() throws IOException {
        if (channel.isConnected() && channel.supportedOptions().contains(StandardSocketOptions.SO_LINGER)) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        }
        channel.close();
    }
}
