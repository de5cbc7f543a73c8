package org.sockspec.java;

import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.channels.AlreadyBoundException;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ConnectionPendingException;
import java.nio.channels.NotYetBoundException;
import java.nio.channels.NotYetConnectedException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.Map;
import java.util.Optional;
import org.sockspec.api.Errno;

/**
 * Which errno an exception stands for. Java carries no numbers: it is the class where that says enough, else the text,
 * which is the system's own ({@code strerror}) or one that the library made up.
 */
public final class Errnos {
    private static final Map<Class<?>, Errno> CLASSES = Map.ofEntries(
            Map.entry(AlreadyBoundException.class, Errno.EINVAL),
            Map.entry(AlreadyConnectedException.class, Errno.EISCONN),
            Map.entry(AsynchronousCloseException.class, Errno.EBADF),
            Map.entry(ClosedByInterruptException.class, Errno.EINTR),
            Map.entry(ClosedChannelException.class, Errno.EBADF),
            Map.entry(ConnectionPendingException.class, Errno.EALREADY),
            Map.entry(NotYetBoundException.class, Errno.EINVAL),
            Map.entry(NotYetConnectedException.class, Errno.ENOTCONN),
            Map.entry(PortUnreachableException.class, Errno.ECONNREFUSED),
            // Reading and accepting with setSoTimeout(); connect() with a timeout is never called.
            Map.entry(SocketTimeoutException.class, Errno.EAGAIN),
            Map.entry(UnsupportedAddressTypeException.class, Errno.EAFNOSUPPORT));

    private static final Map<String, Errno> TEXTS = Map.ofEntries(
            // What strerror() says on Linux.
            Map.entry("Address already in use", Errno.EADDRINUSE),
            Map.entry("Address family not supported by protocol", Errno.EAFNOSUPPORT),
            Map.entry("Broken pipe", Errno.EPIPE),
            Map.entry("Cannot assign requested address", Errno.EADDRNOTAVAIL),
            Map.entry("Connection refused", Errno.ECONNREFUSED),
            Map.entry("Connection reset by peer", Errno.ECONNRESET),
            Map.entry("Connection timed out", Errno.ETIMEDOUT),
            Map.entry("Destination address required", Errno.EDESTADDRREQ),
            Map.entry("File name too long", Errno.ENAMETOOLONG),
            Map.entry("Invalid argument", Errno.EINVAL),
            Map.entry("Message too long", Errno.EMSGSIZE),
            Map.entry("Network is unreachable", Errno.ENETUNREACH),
            Map.entry("No buffer space available", Errno.ENOBUFS),
            Map.entry("No route to host", Errno.EHOSTUNREACH),
            Map.entry("No such file or directory", Errno.ENOENT),
            Map.entry("Not a directory", Errno.ENOTDIR),
            Map.entry("Operation not permitted", Errno.EPERM),
            Map.entry("Permission denied", Errno.EACCES),
            Map.entry("Protocol wrong type for socket", Errno.EPROTOTYPE),
            Map.entry("Resource temporarily unavailable", Errno.EAGAIN),
            Map.entry("Too many levels of symbolic links", Errno.ELOOP),
            Map.entry("Too many open files", Errno.EMFILE),
            Map.entry("Transport endpoint is already connected", Errno.EISCONN),
            Map.entry("Transport endpoint is not connected", Errno.ENOTCONN),
            // Texts of Netty.
            Map.entry("Channel output shutdown", Errno.EPIPE),
            // Texts of the JDK.
            Map.entry("Already bound", Errno.EINVAL),
            Map.entry("Already connected", Errno.EISCONN),
            Map.entry("Address not set", Errno.EDESTADDRREQ),
            Map.entry("Closed by interrupt", Errno.EINTR),
            Map.entry("Connection reset", Errno.ECONNRESET),
            Map.entry("Socket closed", Errno.EBADF),
            Map.entry("Socket input is already shutdown", Errno.ENOTCONN),
            Map.entry("Socket is closed", Errno.EBADF),
            Map.entry("Socket is not bound yet", Errno.EINVAL),
            Map.entry("Socket is not connected", Errno.ENOTCONN),
            Map.entry("Socket output is already shutdown", Errno.ENOTCONN),
            Map.entry("Socket output is shutdown", Errno.EPIPE),
            Map.entry("Unix domain path too long", Errno.ENAMETOOLONG),
            Map.entry("already connected", Errno.EISCONN));

    private Errnos() {}

    /** Returns nothing where neither class nor text is known. */
    public static Optional<Errno> of(Exception failure) {
        if (failure instanceof ErrnoException told) {
            return Optional.of(told.errno());
        }
        for (Class<?> type = failure.getClass(); type != null; type = type.getSuperclass()) {
            if (CLASSES.containsKey(type)) {
                return Optional.of(CLASSES.get(type));
            }
        }
        return Optional.ofNullable(TEXTS.get(String.valueOf(failure.getMessage())));
    }
}
