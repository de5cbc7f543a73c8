package org.sockspec.java.net;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.SocketAddress;
import java.util.Arrays;
import org.sockspec.api.Bytes;
import org.sockspec.api.OptionValue;
import org.sockspec.api.SocketOption;
import org.sockspec.java.Endpoint;
import org.sockspec.java.Options;

/** A DatagramSocket. */
final class Datagrams implements Endpoint {
    private final DatagramSocket socket;

    Datagrams(DatagramSocket socket) {
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
    public void disconnect() {
        socket.disconnect();
    }

    @Override
    public int send(byte[] data) throws IOException {
        socket.send(new DatagramPacket(data, data.length));
        return data.length;
    }

    @Override
    public int sendTo(byte[] data, SocketAddress peer) throws IOException {
        socket.send(new DatagramPacket(data, data.length, peer));
        return data.length;
    }

    @Override
    public Received receive(int length) throws IOException {
        var packet = new DatagramPacket(new byte[length], length);
        socket.receive(packet);
        return new Received(Bytes.of(Arrays.copyOf(packet.getData(), packet.getLength())), packet.getSocketAddress());
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
    public void close() {
        socket.close();
    }
}
