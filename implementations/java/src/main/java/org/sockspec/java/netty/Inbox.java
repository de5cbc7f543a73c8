package org.sockspec.java.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.io.IOException;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.sockspec.api.Errno;
import org.sockspec.java.ErrnoException;

/** Keeps what events of a channel bring until a call asks for it. */
final class Inbox extends ChannelInboundHandlerAdapter {
    /** The end of what can be received; it stays. */
    static final Object END = new Object();

    private final BlockingDeque<Object> messages = new LinkedBlockingDeque<>();
    private final AtomicInteger takers = new AtomicInteger();

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        messages.add(message);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            messages.add(END);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        messages.add(END);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        messages.add(Futures.failure(failure));
    }

    /** Asks the channel for more if nothing is here, and waits for it. */
    Object take(Channel channel) throws IOException {
        try {
            var message = await(channel);
            if (message instanceof IOException failure) {
                throw failure;
            }
            if (message == END) {
                putBack(END);
            }
            return message;
        } catch (InterruptedException e) {
            throw new ErrnoException(Errno.EINTR);
        }
    }

    /** A channel takes two requests to read for one, so whoever got something asks again for those who still wait. */
    private Object await(Channel channel) throws InterruptedException {
        takers.incrementAndGet();
        if (messages.isEmpty()) {
            channel.read();
        }
        try {
            return messages.take();
        } finally {
            if (takers.decrementAndGet() > 0 && messages.isEmpty()) {
                channel.read();
            }
        }
    }

    /** Returns the next message that is of a kind and already here, or null. */
    <T> T next(Class<T> kind) {
        return kind.isInstance(messages.peek()) ? kind.cast(messages.poll()) : null;
    }

    void putBack(Object message) {
        messages.addFirst(message);
    }
}
