import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.net.InetSocketAddress;

/** A datagram channel that sends before it is bound. */
class Unbound {
    public static void main(String[] arguments) throws Exception {
        var group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        var registered = new Bootstrap()
                .group(group)
                .channel(NioDatagramChannel.class)
                .handler(new ChannelInboundHandlerAdapter())
                .register()
                .sync();
        var channel = registered.channel();
        var peer = new InetSocketAddress("127.0.0.1", 9);
        System.out.println(channel.writeAndFlush(new DatagramPacket(Unpooled.EMPTY_BUFFER, peer)).await().cause());
        channel.bind(new InetSocketAddress(0)).sync();
        System.out.println(channel.writeAndFlush(new DatagramPacket(Unpooled.EMPTY_BUFFER, peer)).await().isSuccess());
        System.exit(0);
    }
}
