package org.sockspec.java.net;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import org.sockspec.api.Capabilities;
import org.sockspec.api.Domain;
import org.sockspec.api.SocketType;
import org.sockspec.java.Endpoint;
import org.sockspec.java.Binding;
import org.sockspec.java.EndpointApi;
import org.sockspec.java.NotExpressible;
import org.sockspec.java.StreamSocket;

/** The blocking sockets of java.net. They are not asked for a family: one socket serves IPv4 and IPv6. */
final class NetLibrary implements EndpointApi.Library {
    private static final Set<Domain> DOMAINS = Set.of(Domain.AF_INET, Domain.AF_INET6);

    @Override
    public Capabilities capabilities() {
        return Binding.capabilities("jdk-net", System.getProperty("java.version"), DOMAINS);
    }

    @Override
    public Endpoint socket(Domain domain, SocketType type) throws IOException {
        if (DOMAINS.contains(domain) && type == SocketType.SOCK_STREAM) {
            return new StreamSocket(() -> new Client(new Socket()), () -> new Listener(new ServerSocket()));
        }
        if (DOMAINS.contains(domain) && type == SocketType.SOCK_DGRAM) {
            return new Datagrams(new DatagramSocket(null));
        }
        throw new NotExpressible(domain + " " + type);
    }

    /** A blocked call of java.net ends when another thread closes the socket. */
    @Override
    public void release(Thread thread, Endpoint endpoint) throws IOException {
        endpoint.close();
    }
}
