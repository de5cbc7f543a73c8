package org.sockspec.harness;

import org.sockspec.api.Address;
import org.sockspec.engine.CaseRun;

/** The addresses of a case. */
public final class Network {
    private final CaseRun run;

    Network(CaseRun run) {
        this.run = run;
    }

    /** Returns an address that is free: nobody listens on it, and nobody but this case ever will. */
    public Address freeAddress() {
        return run.loans().address("server");
    }

    /** Returns an address that is free, and whose port nobody uses on any other host, for binding a wildcard. */
    public Address addressFreeOnAllHosts() {
        return run.loans().addressFreeOnAllHosts();
    }

    /** Returns the address that stands for every address of a host, with the port of a given one; a path stays. */
    public Address wildcard(Address address) {
        if (address instanceof Address.Inet inet) {
            return new Address.Inet("0.0.0.0", inet.port());
        }
        return address instanceof Address.Inet6 inet6 ? new Address.Inet6("::", inet6.port()) : address;
    }

    /** Returns an address with the same port on a host of its own; IPv6 has one loopback host only. */
    public Address onAnotherHost(Address address) {
        return address instanceof Address.Inet inet ? ((Address.Inet) freeAddress()).withPort(inet.port()) : address;
    }

    /** Returns an address that belongs to no host: one reserved for documentation. */
    public Address addressOfNoHost() {
        return freeAddress() instanceof Address.Inet inet
                ? new Address.Inet("192.0.2.1", inet.port())
                : new Address.Inet6("2001:db8::1", run.loans().port());
    }

    /** Returns an address of a host with any port: the implementation chooses one. */
    public Address anyPort() {
        return ((Address.WithPort) freeAddress()).withPort(0);
    }

    /** Returns the broadcast address of loopback, with the port of a given address. */
    public Address broadcast(Address address) {
        return new Address.Inet("127.255.255.255", ((Address.WithPort) address).port());
    }
}
