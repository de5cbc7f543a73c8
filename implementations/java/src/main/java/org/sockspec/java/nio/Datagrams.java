package org.sockspec.java.nio;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.Arrays;
import org.sockspec.api.Bytes;
import org.sockspec.api.Errno;
import org.sockspec.java.ErrnoException;

/** A DatagramChannel. */
final class Datagrams extends ChannelEndpoint<DatagramChannel> {
    Datagrams(DatagramChannel channel) {
        super(channel);
    }

    @Override
    int readable() {
        return SelectionKey.OP_READ;
    }

    @Override
    int writable() {
        return SelectionKey.OP_WRITE;
    }

    @Override
    public void connect(SocketAddress peer) throws IOException {
        channel.connect(peer);
    }

    @Override
    public void disconnect() throws IOException {
        channel.disconnect();
    }

    @Override
    public int send(byte[] data) throws IOException {
        return taken(data, channel.write(ByteBuffer.wrap(data)));
    }

    @Override
    public int sendTo(byte[] data, SocketAddress peer) throws IOException {
        return taken(data, channel.send(ByteBuffer.wrap(data), peer));
    }

    /** read() would give 0 for an empty datagram and for none; receive() tells them apart. */
    @Override
    public Received receive(int length) throws IOException {
        var buffer = new byte[length];
        var view = ByteBuffer.wrap(buffer);
        var from = channel.receive(view);
        if (from == null) {
            throw new ErrnoException(Errno.EAGAIN);
        }
        return new Received(Bytes.of(Arrays.copyOf(buffer, view.position())), from);
    }

    @Override
    public SocketAddress peerAddress() throws IOException {
        return channel.getRemoteAddress();
    }

    private static int taken(byte[] data, int count) throws IOException {
        if (count == 0 && data.length > 0) {
            throw new ErrnoException(Errno.EAGAIN);
        }
        return count;
    }
}
