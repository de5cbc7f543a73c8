package org.sockspec.harness;

import java.util.Set;
import org.sockspec.api.Address;
import org.sockspec.api.Call;
import org.sockspec.api.Capabilities;
import org.sockspec.api.Domain;
import org.sockspec.api.Outcome;
import org.sockspec.api.Protocol;
import org.sockspec.api.SocketApi;
import org.sockspec.api.SocketFlag;
import org.sockspec.api.SocketType;

/** The part of the API that the portable helpers use, carried out by a host. */
final class HostApi implements SocketApi {
    private final Host host;

    HostApi(Host host) {
        this.host = host;
    }

    @Override
    public Capabilities capabilities() {
        return host.run().host(host.name()).testee().capabilities();
    }

    @Override
    public Outcome socket(Domain domain, SocketType type, Set<SocketFlag> flags, Protocol protocol) {
        return make(new Call.Socket(domain, type, flags, protocol));
    }

    @Override
    public Outcome bind(int fd, Address address) {
        return make(new Call.Bind(fd, address));
    }

    @Override
    public Outcome listen(int fd, int backlog) {
        return make(new Call.Listen(fd, backlog));
    }

    @Override
    public Outcome connect(int fd, Address address) {
        return make(new Call.Connect(fd, address));
    }

    @Override
    public Outcome close(int fd) {
        return make(new Call.Close(fd));
    }

    private Outcome make(Call call) {
        return host.run().await(host.invoke(call));
    }
}
