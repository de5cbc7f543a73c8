package org.sockspec.java.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.socket.DuplexChannel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.sockspec.api.Bytes;
import org.sockspec.api.Shutdown;

/** A channel of a stream. */
final class Client extends NettyEndpoint {
    Client(Transport transport, Channel channel) throws IOException {
        super(transport, channel);
    }

    @Override
    public int send(byte[] data) throws IOException {
        Futures.await(channel.writeAndFlush(Unpooled.wrappedBuffer(data)));
        return data.length;
    }

    /** Netty decides how much it reads at a time: what is too much waits here, what is here already is joined. */
    @Override
    public Received receive(int length) throws IOException {
        var data = new ByteArrayOutputStream();
        if (length > 0 && inbox.take(channel) instanceof ByteBuf first) {
            for (var buffer = first; buffer != null; buffer = inbox.next(ByteBuf.class)) {
                buffer.readBytes(data, Math.min(buffer.readableBytes(), length - data.size()));
                if (buffer.isReadable()) {
                    inbox.putBack(buffer);
                    break;
                }
                buffer.release();
            }
        }
        return new Received(Bytes.of(data.toByteArray()), null);
    }

    @Override
    public void shutdown(Shutdown how) throws IOException {
        var duplex = (DuplexChannel) channel;
        Futures.await(
                switch (how) {
                    case SHUT_RD -> duplex.shutdownInput();
                    case SHUT_WR -> duplex.shutdownOutput();
                    case SHUT_RDWR -> duplex.shutdown();
                });
    }
}
