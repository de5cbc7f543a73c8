package org.sockspec.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.sockspec.api.Address;
import org.sockspec.api.SocketType;
import org.sockspec.catalogue.Need;
import org.sockspec.engine.CaseRun;
import org.sockspec.fault.network.TwoNamespaces;

/** The link between the namespaces of the client and the server; what a case does to it ends with the case. */
public final class Link {
    /** When requests are answered with SYN cookies; the order is that of {@code tcp_syncookies}. */
    public enum SynCookies {
        NEVER,
        IF_FULL,
        ALWAYS
    }

    private final CaseRun run;
    private final List<Runnable> faults = new ArrayList<>();

    Link(CaseRun run) {
        this.run = run;
    }

    /** Drops what arrives for a socket of the server. */
    public void dropsWhatGoesTo(Socket server) {
        filterArrivals(server, "drop");
    }

    /** Drops every second datagram that arrives for a socket of the server, the first one included. */
    public void dropsEverySecondTo(Socket server) {
        filterArrivals(server, "numgen inc mod 2 == 0 drop");
    }

    /** Drops the segments for a socket of the server that carry nothing but an acknowledgement. */
    public void dropsAcknowledgementsTo(Socket server) {
        filterArrivals(server, "tcp flags & (fin | syn | rst | psh | ack) == ack drop");
    }

    /** Drops the first answer of a listener to a request for a connection. */
    public void dropsFirstAnswerOf(Socket server) {
        var rule =
                "tcp sport " + port(server) + " tcp flags & (syn | ack) == (syn | ack) numgen inc mod 65536 == 0 drop";
        add(namespaces -> namespaces.filterArrivals("client", rule));
    }

    /** Answers what arrives for a socket of the server with a message or segment, in the words of nftables. */
    public void rejectsWhatGoesTo(Socket server, String with) {
        filterArrivals(server, "reject with " + with);
    }

    /** Has the client's own packet filter drop what it sends to a socket of the server. */
    public void isKeptFromWhatGoesTo(Socket server) {
        var rule = selecting(server) + " drop";
        add(namespaces -> namespaces.filterDepartures("client", rule));
    }

    /** Ends what the case did to the link. */
    public void heals() {
        faults.forEach(Runnable::run);
        faults.clear();
    }

    /** Has the system of the server answer requests with SYN cookies, or not. */
    public void hasServerUse(SynCookies when) {
        add(namespaces -> namespaces.synCookies(when.ordinal()));
    }

    /** Returns the address of a neighbour whose end of the link is down. */
    public Address addressWithoutCarrier() {
        return address((namespaces, port) -> namespaces.addressWithoutCarrier(run.domain(), port));
    }

    /** Returns an address to which the client has a route of a type such as {@code prohibit}, see ip-route(8). */
    public Address addressWithRoute(String type) {
        var address = address((namespaces, port) -> namespaces.addressBeyond(run.domain(), port));
        add(namespaces -> namespaces.route(type, address));
        return address;
    }

    /** Loses what one socket sends to another. */
    public void loses(Socket from, Socket to) {
        lose(from, to, "");
    }

    /** Loses the segments from one socket to another that only acknowledge or carry data. The server repeats its own. */
    public void losesAllButSyn(Socket from, Socket to) {
        hasServerUse(SynCookies.IF_FULL);
        lose(from, to, "tcp flags & syn == 0 ");
    }

    /** Returns the longest queue that a listener of the server gets. */
    public int longestQueue() {
        return TwoNamespaces.LONGEST_QUEUE;
    }

    /** Returns how many ports the host {@code crowded} can assign. */
    public int portsToAssign() {
        return TwoNamespaces.PORTS;
    }

    /** Returns an address on the subnet of an interface of the client that is down. */
    public Address addressBehindDownInterface() {
        return address((namespaces, port) -> namespaces.addressBehindDownInterface(run.domain(), port));
    }

    /** Returns the address of a neighbour that does not answer address resolution. */
    public Address silentNeighbour() {
        return address((namespaces, port) -> namespaces.silentNeighbour(run.domain(), port));
    }

    /** Returns the address that the server's end of the link has on that link alone, without saying on which link. */
    public Address linkLocalWithoutScope() {
        return new Address.Inet6(TwoNamespaces.LINK_LOCAL_OF_SERVER, run.loans().port());
    }

    /** Returns the broadcast address of the link's IPv4 subnet, with the port of a socket. */
    public Address broadcast(Socket socket) {
        return new Address.Inet(TwoNamespaces.BROADCAST, port(socket));
    }

    /** Returns the address of a network to which the client has no route. */
    public Address addressWithoutRoute() {
        return address((namespaces, port) -> namespaces.addressWithoutRoute(run.domain(), port));
    }

    private void lose(Socket from, Socket to, String what) {
        var rule = "tcp sport " + port(from) + " tcp dport " + port(to) + " " + what + "drop";
        add(namespaces -> namespaces.filterArrivals(to.host().name(), rule));
    }

    private void filterArrivals(Socket server, String what) {
        var rule = selecting(server) + " " + what;
        add(namespaces -> namespaces.filterArrivals("server", rule));
    }

    private void add(Function<TwoNamespaces, Runnable> fault) {
        if (faults.isEmpty()) {
            run.atEnd(this::heals);
        }
        run.learn(Boolean.class, () -> faults.add(fault.apply(namespaces())));
    }

    private Address address(BiFunction<TwoNamespaces, Integer, Address> place) {
        int port = run.loans().port();
        return run.learn(Address.class, () -> place.apply(namespaces(), port));
    }

    private static String selecting(Socket server) {
        return (server.type() == SocketType.SOCK_DGRAM ? "udp" : "tcp") + " dport " + port(server);
    }

    private static int port(Socket socket) {
        return ((Address.WithPort) socket.address()).port();
    }

    private TwoNamespaces namespaces() {
        return run.suite().facility(Need.NETNS, TwoNamespaces.class);
    }
}
