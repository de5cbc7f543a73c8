package org.sockspec.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Address;
import org.sockspec.api.Domain;

/** The addresses, paths and ports that a case has to itself until it ends. A case that is played gets those it had. */
public final class Loans {
    private final CaseRun run;
    private final List<Leases.Port> ports = new ArrayList<>();
    private @Nullable Path folder;

    Loans(CaseRun run) {
        this.run = run;
    }

    /** Returns an address of a host in the case's domain that nobody else has and nothing listens on. */
    public Address address(String host) {
        return run.learn(Address.class, () -> addressNobodyHas(host));
    }

    /** Returns a path that nobody else has. */
    public Address path() {
        return run.learn(Address.class, this::pathNobodyHas);
    }

    /** Returns an address whose port is free on all hosts, old connections included, for binding a wildcard. */
    public Address addressFreeOnAllHosts() {
        return run.learn(Address.class, () -> {
            var address = addressNobodyHas("server");
            return address instanceof Address.Inet inet
                    ? inet.withPort(lease(run.suite().leases().restedPort()))
                    : address;
        });
    }

    /** Returns a port that nobody else has. */
    public int port() {
        return run.learn(Integer.class, this::portNobodyHas);
    }

    void takeBack() {
        run.suite().leases().takeBack(ports);
        if (folder != null) {
            run.suite().folders().takeBack(folder);
        }
    }

    private Address addressNobodyHas(String host) {
        return run.domain() == Domain.AF_UNIX
                ? pathNobodyHas()
                : run.suite()
                        .places(run.clause())
                        .map(places -> places.address(host, run.domain(), portNobodyHas()))
                        .orElseGet(this::loopbackAddress);
    }

    private Address pathNobodyHas() {
        var folders = run.suite().folders();
        if (folder == null) {
            folder = folders.lend();
        }
        return new Address.UnixPath(folder.resolve(folders.freshName()).toString());
    }

    private Address loopbackAddress() {
        return switch (run.domain()) {
            case AF_INET -> new Address.Inet(run.suite().leases().host(), portNobodyHas());
            case AF_INET6 -> new Address.Inet6("::1", portNobodyHas());
            default -> throw new IllegalStateException("no addresses in " + run.domain());
        };
    }

    private int portNobodyHas() {
        boolean hostOfItsOwn = run.domain() == Domain.AF_INET
                && run.suite().places(run.clause()).isEmpty();
        var leases = run.suite().leases();
        return lease(hostOfItsOwn ? leases.port() : leases.restedPort());
    }

    private int lease(Leases.Port port) {
        ports.add(port);
        return port.number();
    }
}
