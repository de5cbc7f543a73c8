package org.sockspec.java.netty;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.socket.DatagramPacket;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.sockspec.api.Bytes;
import org.sockspec.api.Errno;
import org.sockspec.java.ErrnoException;
import org.sockspec.java.NotExpressible;

/** A channel of datagrams. */
final class Datagrams extends NettyEndpoint {
    Datagrams(Transport transport, Channel channel) throws IOException {
        super(transport, channel);
    }

    @Override
    public void disconnect() throws IOException {
        Futures.await(channel.disconnect());
    }

    @Override
    public int send(byte[] data) throws IOException {
        Futures.await(channel.writeAndFlush(Unpooled.wrappedBuffer(data)));
        return data.length;
    }

    @Override
    public int sendTo(byte[] data, SocketAddress peer) throws IOException {
        Futures.await(
                channel.writeAndFlush(new DatagramPacket(Unpooled.wrappedBuffer(data), (InetSocketAddress) peer)));
        return data.length;
    }

    @Override
    public Received receive(int length) throws IOException {
        if (!(inbox.take(channel) instanceof DatagramPacket packet)) {
            throw new ErrnoException(Errno.EBADF);
        }
        try {
            if (packet.content().readableBytes() > length) {
                throw new NotExpressible("a buffer that is shorter than the datagram");
            }
            var data = new byte[packet.content().readableBytes()];
            packet.content().readBytes(data);
            return new Received(Bytes.of(data), packet.sender());
        } finally {
            packet.release();
        }
    }
}
