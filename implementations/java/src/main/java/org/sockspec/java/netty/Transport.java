package org.sockspec.java.netty;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.spi.SelectorProvider;
import org.sockspec.api.Domain;

/** Which of Netty's channels are used, and what drives them. */
enum Transport {
    NIO(new MultiThreadIoEventLoopGroup(Transport.THREADS, NioIoHandler.newFactory())) {
        @Override
        Channel client(Domain domain) {
            return domain == Domain.AF_UNIX
                    ? new NioDomainSocketChannel()
                    : new NioSocketChannel(SelectorProvider.provider(), family(domain));
        }

        @Override
        Channel listener(Domain domain) {
            return domain == Domain.AF_UNIX
                    ? new NioServerDomainSocketChannel()
                    : new NioServerSocketChannel(SelectorProvider.provider(), family(domain));
        }

        @Override
        Channel datagrams(Domain domain) {
            return new NioDatagramChannel(family(domain));
        }
    },
    EPOLL(new MultiThreadIoEventLoopGroup(Transport.THREADS, EpollIoHandler.newFactory())) {
        @Override
        Channel client(Domain domain) {
            return domain == Domain.AF_UNIX ? new EpollDomainSocketChannel() : new EpollSocketChannel(family(domain));
        }

        @Override
        Channel listener(Domain domain) {
            return domain == Domain.AF_UNIX
                    ? new EpollServerDomainSocketChannel()
                    : new EpollServerSocketChannel(family(domain));
        }

        @Override
        Channel datagrams(Domain domain) {
            return new EpollDatagramChannel(family(domain));
        }

        @Override
        SocketAddress toNetty(SocketAddress address) {
            return address instanceof UnixDomainSocketAddress unix
                    ? new DomainSocketAddress(unix.getPath().toString())
                    : address;
        }
    };

    private static final int THREADS = 2;

    private final EventLoopGroup group;

    Transport(EventLoopGroup group) {
        this.group = group;
    }

    EventLoopGroup group() {
        return group;
    }

    abstract Channel client(Domain domain);

    abstract Channel listener(Domain domain);

    abstract Channel datagrams(Domain domain);

    SocketAddress toNetty(SocketAddress address) {
        return address;
    }

    static SocketAddress ofNetty(SocketAddress address) {
        return address instanceof DomainSocketAddress unix ? UnixDomainSocketAddress.of(unix.path()) : address;
    }

    private static SocketProtocolFamily family(Domain domain) {
        return domain == Domain.AF_INET ? SocketProtocolFamily.INET : SocketProtocolFamily.INET6;
    }
}
