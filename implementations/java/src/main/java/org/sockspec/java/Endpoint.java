package org.sockspec.java;

import java.io.IOException;
import java.net.SocketAddress;
import org.sockspec.api.Bytes;
import org.sockspec.api.OptionValue;
import org.sockspec.api.Shutdown;
import org.sockspec.api.SocketOption;

/** A socket of a library. What a kind of socket has no way to say, it leaves as it is here: unsupported. */
public interface Endpoint {

    /**
     * What a receiving call gave.
     *
     * @param from the sender, or null where the library does not name one
     */
    record Received(Bytes data, SocketAddress from) {}

    default void bind(SocketAddress local) throws IOException {
        throw new NotExpressible("bind");
    }

    default void listen(int backlog) throws IOException {
        throw new NotExpressible("listen");
    }

    default Endpoint accept() throws IOException {
        throw new NotExpressible("accept");
    }

    default void connect(SocketAddress peer) throws IOException {
        throw new NotExpressible("connect");
    }

    /** Dissolves the peer of a datagram socket. */
    default void disconnect() throws IOException {
        throw new NotExpressible("disconnect");
    }

    default int send(byte[] data) throws IOException {
        throw new NotExpressible("send");
    }

    default int sendTo(byte[] data, SocketAddress peer) throws IOException {
        throw new NotExpressible("sendto");
    }

    default void sendUrgent(byte data) throws IOException {
        throw new NotExpressible("MSG_OOB");
    }

    default Received receive(int length) throws IOException {
        throw new NotExpressible("recv");
    }

    default void shutdown(Shutdown how) throws IOException {
        throw new NotExpressible("shutdown");
    }

    /** Returns the local address, or null where the library gives none. */
    default SocketAddress localAddress() throws IOException {
        throw new NotExpressible("getsockname");
    }

    /** Returns the peer's address, or null where the library gives none. */
    default SocketAddress peerAddress() throws IOException {
        throw new NotExpressible("getpeername");
    }

    default OptionValue option(SocketOption option) throws IOException {
        throw new NotExpressible(option.toString());
    }

    default void setOption(SocketOption option, OptionValue value) throws IOException {
        throw new NotExpressible(option.toString());
    }

    default boolean isNonBlocking() {
        throw new NotExpressible("O_NONBLOCK");
    }

    default void setNonBlocking(boolean on) throws IOException {
        throw new NotExpressible("O_NONBLOCK");
    }

    void close() throws IOException;

    /** Closes so that nothing stays behind, such as TIME_WAIT, where the library can do that. */
    default void discard() throws IOException {
        close();
    }
}
