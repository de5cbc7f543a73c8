import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import java.nio.file.Files;

/** Two servers on one path. */
class InUse {
    public static void main(String[] arguments) throws Exception {
        var group = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
        var folder = Files.createTempDirectory("probe");
        for (int i = 1; i <= 2; i++) {
            var bound = new ServerBootstrap()
                    .group(group)
                    .channel(EpollServerDomainSocketChannel.class)
                    .childHandler(new ChannelInboundHandlerAdapter())
                    .bind(new DomainSocketAddress(folder.resolve("s").toString()))
                    .await();
            System.out.println("server " + i + ": " + (bound.isSuccess() ? "bound" : bound.cause()));
        }
        System.exit(0);
    }
}
