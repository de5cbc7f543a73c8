package org.sockspec.java.net;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Arrays;
import org.sockspec.api.Bytes;
import org.sockspec.api.OptionValue;
import org.sockspec.api.Shutdown;
import org.sockspec.api.SocketOption;
import org.sockspec.java.Endpoint;
import org.sockspec.java.Options;

/** A Socket. */
final class Client implements Endpoint {
    private final Socket socket;

    Client(Socket socket) {
        this.socket = socket;
    }

    @Override
    public void bind(SocketAddress local) throws IOException {
        socket.bind(local);
    }

    @Override
    public void connect(SocketAddress peer) throws IOException {
        socket.connect(peer);
    }

    @Override
    public int send(byte[] data) throws IOException {
        socket.getOutputStream().write(data);
        return data.length;
    }

    @Override
    public void sendUrgent(byte data) throws IOException {
        socket.sendUrgentData(data);
    }

    @Override
    public Received receive(int length) throws IOException {
        var buffer = new byte[length];
        int count = socket.getInputStream().read(buffer);
        return new Received(Bytes.of(Arrays.copyOf(buffer, Math.max(count, 0))), null);
    }

    @Override
    public void shutdown(Shutdown how) throws IOException {
        if (how != Shutdown.SHUT_WR) {
            socket.shutdownInput();
        }
        if (how != Shutdown.SHUT_RD) {
            socket.shutdownOutput();
        }
    }

    @Override
    public SocketAddress localAddress() {
        return socket.getLocalSocketAddress();
    }

    @Override
    public SocketAddress peerAddress() {
        return socket.getRemoteSocketAddress();
    }

    @Override
    public OptionValue option(SocketOption option) throws IOException {
        return switch (option) {
            case SO_RCVTIMEO -> Timeouts.ofJava(socket.getSoTimeout());
            case SO_OOBINLINE -> OptionValue.of(socket.getOOBInline() ? 1 : 0);
            default -> Options.get(socket::getOption, option);
        };
    }

    @Override
    public void setOption(SocketOption option, OptionValue value) throws IOException {
        if (option == SocketOption.SO_RCVTIMEO) {
            socket.setSoTimeout(Timeouts.toJava(value));
        } else if (option == SocketOption.SO_OOBINLINE && value instanceof OptionValue.Number number) {
            socket.setOOBInline(number.value() != 0);
        } else {
            Options.set(socket::setOption, option, value);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    @Override
    public void discard() throws IOException {
        if (!socket.isClosed()) {
            socket.setSoLinger(true, 0);
        }
        socket.close();
    }
}
