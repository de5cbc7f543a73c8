package org.sockspec.harness;

import org.jspecify.annotations.Nullable;
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

    /** Loses what one socket sends to another, until that ends. */
    public Loss loses(Socket from, Socket to) {
        return loss(from, to, "");
    }

    /** Loses the segments from one socket to another that only acknowledge or carry data, until that ends. */
    public Loss losesAllButSyn(Socket from, Socket to) {
        return loss(from, to, "tcp flags & syn == 0 ");
    }

    /** Returns the longest queue that a listener of the server gets. */
    public int longestQueue() {
        return TwoNamespaces.LONGEST_QUEUE;
    }

    /** Returns how many ports the host {@code crowded} can assign. */
    public int portsToAssign() {
        return TwoNamespaces.PORTS;
    }

    /** Returns an address that the client's routes reject. */
    public Address rejectedAddress() {
        return namespaces().rejectedAddress(run.domain(), run.leasePort());
    }

    /** Returns an address on the subnet of an interface of the client that is down. */
    public Address addressBehindDownInterface() {
        return namespaces().addressBehindDownInterface(run.domain(), run.leasePort());
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
        run.atEnd(namespaces().filter(server.host().name(), protocol + " dport " + port(server) + " " + what));
    }

    private Loss loss(Socket from, Socket to, String what) {
        var rule = "tcp sport " + port(from) + " tcp dport " + port(to) + " " + what + "drop";
        var loss = new Loss(namespaces().filter(to.host().name(), rule));
        run.atEnd(loss::end);
        return loss;
    }

    private static int port(Socket socket) {
        return ((Address.WithPort) socket.address()).port();
    }

    /** Something that the link loses for a while. */
    public static final class Loss {
        private @Nullable Runnable removal;

        private Loss(Runnable removal) {
            this.removal = removal;
        }

        /** Lets everything through again. */
        public void end() {
            if (removal != null) {
                removal.run();
                removal = null;
            }
        }
    }

    private TwoNamespaces namespaces() {
        return run.suite().facility(Need.NETNS, TwoNamespaces.class);
    }
}
