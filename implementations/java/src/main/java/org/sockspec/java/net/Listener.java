package org.sockspec.java.net;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketAddress;
import org.sockspec.api.OptionValue;
import org.sockspec.api.SocketOption;
import org.sockspec.java.Endpoint;
import org.sockspec.java.Options;

/** A ServerSocket, which binds and listens in one call. */
final class Listener implements Endpoint {
    private final ServerSocket socket;
    private SocketAddress local;

    Listener(ServerSocket socket) {
        this.socket = socket;
    }

    @Override
    public void bind(SocketAddress address) {
        local = address;
    }

    @Override
    public void listen(int backlog) throws IOException {
        socket.bind(local, backlog);
    }

    @Override
    public Endpoint accept() throws IOException {
        return new Client(socket.accept());
    }

    @Override
    public SocketAddress localAddress() {
        return socket.getLocalSocketAddress();
    }

    @Override
    public OptionValue option(SocketOption option) throws IOException {
        return option == SocketOption.SO_RCVTIMEO
                ? Timeouts.ofJava(socket.getSoTimeout())
                : Options.get(socket::getOption, option);
    }

    @Override
    public void setOption(SocketOption option, OptionValue value) throws IOException {
        if (option == SocketOption.SO_RCVTIMEO) {
            socket.setSoTimeout(Timeouts.toJava(value));
        } else {
            Options.set(socket::setOption, option, value);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
