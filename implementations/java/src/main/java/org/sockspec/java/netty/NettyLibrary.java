package org.sockspec.java.netty;

import io.netty.util.Version;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.sockspec.api.Capabilities;
import org.sockspec.api.Domain;
import org.sockspec.api.SocketType;
import org.sockspec.java.Endpoint;
import org.sockspec.java.Binding;
import org.sockspec.java.EndpointApi;
import org.sockspec.java.NotExpressible;
import org.sockspec.java.StreamSocket;

/** Netty's channels over one of its transports. */
final class NettyLibrary implements EndpointApi.Library {
    private static final Set<Domain> DOMAINS = Set.of(Domain.AF_INET, Domain.AF_INET6, Domain.AF_UNIX);

    private final Transport transport;

    NettyLibrary(Transport transport) {
        this.transport = transport;
    }

    @Override
    public Capabilities capabilities() {
        return Binding.capabilities(
                "netty-" + transport.name().toLowerCase(Locale.ROOT),
                Version.identify().get("netty-transport").artifactVersion(),
                DOMAINS);
    }

    @Override
    public Endpoint socket(Domain domain, SocketType type) throws IOException {
        if (DOMAINS.contains(domain) && type == SocketType.SOCK_STREAM) {
            return new StreamSocket(
                    () -> new Client(transport, transport.client(domain)),
                    () -> new Listener(transport, transport.listener(domain)));
        }
        if (DOMAINS.contains(domain) && type == SocketType.SOCK_DGRAM && domain != Domain.AF_UNIX) {
            return new Datagrams(transport, transport.datagrams(domain));
        }
        throw new NotExpressible(domain + " " + type);
    }

    /** What waits for Netty's threads can be interrupted. */
    @Override
    public void release(Thread thread, Endpoint endpoint) {
        thread.interrupt();
    }
}
