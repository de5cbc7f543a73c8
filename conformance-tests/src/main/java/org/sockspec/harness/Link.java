package org.sockspec.harness;

import org.sockspec.api.Address;
import org.sockspec.api.SocketType;
import org.sockspec.catalogue.Need;
import org.sockspec.engine.CaseRun;
import org.sockspec.fault.network.TwoNamespaces;

/** The link between the namespaces of the client and the server; what a case does to it ends with the case. */
public final class Link {
    private final CaseRun run;

    Link(CaseRun run) {
        this.run = run;
    }

    /** Drops what arrives for a socket of the server. */
    public void dropsWhatGoesTo(Socket server) {
        filter(server, "drop");
    }

    /** Drops every second datagram that arrives for a socket of the server, the first one included. */
    public void dropsEverySecondTo(Socket server) {
        filter(server, "numgen inc mod 2 == 0 drop");
    }

    /** Answers what arrives for a socket of the server with a message or segment, in the words of nftables. */
    public void rejectsWhatGoesTo(Socket server, String with) {
        filter(server, "reject with " + with);
    }

    /** Returns the address of a neighbour that does not answer address resolution. */
    public Address silentNeighbour() {
        return namespaces().silentNeighbour(run.domain(), run.leasePort());
    }

    /** Returns the address that the server's end of the link has on that link alone, without saying on which link. */
    public Address linkLocalWithoutScope() {
        return new Address.Inet6(TwoNamespaces.LINK_LOCAL_OF_SERVER, run.leasePort());
    }

    /** Returns the address of a network to which the client has no route. */
    public Address addressWithoutRoute() {
        return namespaces().addressWithoutRoute(run.domain(), run.leasePort());
    }

    private void filter(Socket server, String what) {
        var protocol = server.type() == SocketType.SOCK_DGRAM ? "udp" : "tcp";
        int port = ((Address.WithPort) server.address()).port();
        run.atEnd(namespaces().filter(protocol + " dport " + port + " " + what));
    }

    private TwoNamespaces namespaces() {
        return run.suite().facility(Need.NETNS, TwoNamespaces.class);
    }
}
