import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;

/** What tells of a network that cannot be reached; run it by "unshare -rn", where there is none. */
class NoRoute {
    public static void main(String[] arguments) throws Exception {
        var peer = new InetSocketAddress("192.0.2.1", 9);
        var nio = new Bootstrap()
                .group(new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory()))
                .channel(NioSocketChannel.class);
        var epoll = new Bootstrap()
                .group(new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory()))
                .channel(EpollSocketChannel.class);
        for (var each : new Bootstrap[] {nio, epoll}) {
            System.out.println(each.handler(new ChannelInboundHandlerAdapter()).connect(peer).await().cause());
        }
        System.exit(0);
    }
}
