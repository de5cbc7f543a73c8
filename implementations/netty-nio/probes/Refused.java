import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;

/** A channel whose connect() failed. */
class Refused {
    public static void main(String[] arguments) throws Exception {
        var group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        var channel = new Bootstrap()
                .group(group)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInboundHandlerAdapter())
                .register()
                .sync()
                .channel();
        for (int i = 0; i < 2; i++) {
            var cause = channel.connect(new InetSocketAddress("127.0.0.1", 1)).await().cause();
            System.out.println(cause + "; isOpen() is " + channel.isOpen());
        }
        System.exit(0);
    }
}
