package org.sockspec.java.netty;

import io.netty.channel.ConnectTimeoutException;
import io.netty.util.concurrent.Future;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.NoRouteToHostException;
import java.util.Map;
import java.util.Optional;
import org.sockspec.api.Errno;
import org.sockspec.java.ErrnoException;
import org.sockspec.java.Errnos;

/** Waits for what Netty does on its own threads. */
final class Futures {
    /** What Netty's own code throws without a text that would tell; epoll has one class for two errors here. */
    private static final Map<Class<?>, Errno> CLASSES = Map.of(
            ConnectTimeoutException.class, Errno.ETIMEDOUT,
            FileNotFoundException.class, Errno.ENOENT,
            NoRouteToHostException.class, Errno.EHOSTUNREACH);

    private Futures() {}

    static void await(Future<?> future) throws IOException {
        try {
            future.await();
        } catch (InterruptedException e) {
            throw new ErrnoException(Errno.EINTR);
        }
        if (!future.isSuccess()) {
            throw failure(future.cause());
        }
    }

    /**
     * Returns what Java's own sockets would have thrown. Netty adds the peer to a text, or puts the name of the
     * system's call before it, and keeps the exception it made that from as its cause.
     */
    static IOException failure(Throwable failure) {
        for (var each = failure; each != null; each = each.getCause()) {
            if (each instanceof Exception known) {
                var text = String.valueOf(known.getMessage());
                var system = new IOException(
                        text.substring(text.lastIndexOf(": ") + 1).strip());
                var errno = Errnos.of(known)
                        .or(() -> Errnos.of(system))
                        .or(() -> Optional.ofNullable(CLASSES.get(known.getClass())));
                if (errno.isPresent()) {
                    return new ErrnoException(errno.get());
                }
            }
        }
        return failure instanceof IOException io ? io : new IOException(failure);
    }
}
