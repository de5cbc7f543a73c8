import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Reading a channel that was never connected. */
class Unconnected {
    public static void main(String[] arguments) throws Exception {
        read(EpollSocketChannel.class);
        read(EpollDomainSocketChannel.class);
        System.exit(0);
    }

    private static void read(Class<? extends Channel> kind) throws Exception {
        var event = new CountDownLatch(1);
        var channel = new Bootstrap()
                .group(new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory()))
                .channel(kind)
                .option(ChannelOption.AUTO_READ, false)
                .handler(new ChannelInboundHandlerAdapter() {
                    @Override
                    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
                        System.out.println(kind.getSimpleName() + ": " + cause);
                        event.countDown();
                    }

                    @Override
                    public void channelInactive(ChannelHandlerContext context) {
                        System.out.println(kind.getSimpleName() + ": inactive");
                        event.countDown();
                    }
                })
                .register()
                .sync()
                .channel();
        channel.read();
        if (!event.await(1, TimeUnit.SECONDS)) {
            System.out.println(kind.getSimpleName() + ": no event in a second");
        }
    }
}
