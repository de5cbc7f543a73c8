package org.sockspec.fault.network;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Address;
import org.sockspec.api.Domain;
import org.sockspec.engine.SearchPath;
import org.sockspec.engine.Suite;
import org.sockspec.engine.TesteePool;

/**
 * The hosts {@code client} and {@code server} in a network namespace each, joined by a veth pair. Timers are short:
 * one SYN retry, one try of address resolution. Cases share the link and tell their traffic apart by port. A host
 * {@code crowded} is alone in a third namespace, which has few ports to assign.
 */
public final class TwoNamespaces implements Suite.Places, AutoCloseable {
    /** What the server's end of the link is called on that link. */
    public static final String LINK_LOCAL_OF_SERVER = "fe80::5c:2";

    /** The address of the link that is both ends'. */
    public static final String BROADCAST = "10.92.0.255";

    private static final List<String> TOOLS = List.of("unshare", "nsenter", "ip", "nft");
    private static final Pattern HANDLE = Pattern.compile("# handle (\\d+)");
    private static final String CLIENT = "client";
    private static final String CROWDED = "crowded";

    /** The number of ports that can be assigned at the crowded host. */
    public static final int PORTS = 10;

    /** The longest queue that a listener of the server gets; shorter than what cases ask for when they want a long one. */
    public static final int LONGEST_QUEUE = 16;

    private static final String SETTINGS = """
            ip link set lo up
            echo 1 > /proc/sys/net/ipv4/tcp_syn_retries
            for setting in tcp_syn_linear_timeouts=0 tcp_rto_max_ms=1000; do
              file=/proc/sys/net/ipv4/${setting%=*}
              if [ -e $file ]; then echo ${setting#*=} > $file; fi
            done
            echo 0 > /proc/sys/net/ipv4/icmp_ratelimit
            echo 0 > /proc/sys/net/ipv6/icmp/ratelimit
            nft 'add table inet sockspec
              add chain inet sockspec arrivals { type filter hook input priority 0; }
              add chain inet sockspec departures { type filter hook output priority 0; }'
            """;
    private static final String OF_THE_CLIENT = """
            echo 1 > /proc/sys/net/ipv4/tcp_abort_on_overflow
            ip link add down0 type veth peer name down1
            ip addr add 10.95.0.1/24 dev down0
            ip addr add fd5d::1/64 dev down0 nodad
            """;

    /** The far end of this one never comes up. */
    private static final String LINK_WITHOUT_CARRIER = """
            ip addr add 10.93.0.1/24 dev link1
            ip addr add fd5e::1/64 dev link1 nodad
            ip link set link1 up
            ip neigh add 10.93.0.2 lladdr 02:00:00:00:01:02 dev link1 nud permanent
            ip neigh add fd5e::2 lladdr 02:00:00:00:01:02 dev link1 nud permanent
            """;

    private static final int USUAL_SYN_COOKIES = 1;

    private final Semaphore synCookies = new Semaphore(1);
    private final Pools pools;
    private final UnaryOperator<Process> watch;
    private @Nullable NetworkNamespace near;
    private @Nullable NetworkNamespace far;
    private @Nullable NetworkNamespace apart;
    private @Nullable TesteePool clients;
    private @Nullable TesteePool servers;
    private @Nullable TesteePool crowded;
    private @Nullable String missing;
    private boolean tried;

    /**
     * Prepares the link; it is built when the first case needs it.
     *
     * @param pools makes the testees of each host
     * @param watch registers a process that must not outlive the run
     */
    public TwoNamespaces(Pools pools, UnaryOperator<Process> watch) {
        this.pools = pools;
        this.watch = watch;
    }

    @Override
    public synchronized Optional<String> missing() {
        if (!tried) {
            tried = true;
            missing = build();
        }
        return Optional.ofNullable(missing);
    }

    @Override
    public TesteePool.Place place(String host, boolean alone) {
        var pool = switch (host) {
            case CLIENT -> clients;
            case CROWDED -> crowded;
            default -> servers;
        };
        return pool.place(alone);
    }

    @Override
    public Address address(String host, Domain domain, int port) {
        if (host.equals(CROWDED)) {
            return domain == Domain.AF_INET6 ? new Address.Inet6("::1", port) : new Address.Inet("127.0.0.1", port);
        }
        return address(domain, host.equals(CLIENT) ? "1" : "2", port);
    }

    /** Returns an address on the link that no interface has. */
    public Address silentNeighbour(Domain domain, int port) {
        return address(domain, "99", port);
    }

    /** Returns an address of a network that no route leads to. */
    public Address addressWithoutRoute(Domain domain, int port) {
        return domain == Domain.AF_INET6 ? new Address.Inet6("2001:db8::1", port) : new Address.Inet("192.0.2.1", port);
    }

    /** Returns an address on the subnet of an interface of the client that is down. */
    public Address addressBehindDownInterface(Domain domain, int port) {
        return domain == Domain.AF_INET6 ? new Address.Inet6("fd5d::2", port) : new Address.Inet("10.95.0.2", port);
    }

    /** Returns an address at the other end of a link of the client, an end that is down. */
    public Address addressWithoutCarrier(Domain domain, int port) {
        return domain == Domain.AF_INET6 ? new Address.Inet6("fd5e::2", port) : new Address.Inet("10.93.0.2", port);
    }

    /** Adds a rule to what a host lets in, such as {@code tcp dport 7 drop}, and returns its removal. */
    public Runnable filterArrivals(String host, String rule) {
        return filter(namespace(host), "arrivals", rule);
    }

    /** Adds a rule to what a host lets out, and returns its removal. */
    public Runnable filterDepartures(String host, String rule) {
        return filter(namespace(host), "departures", rule);
    }

    /** Returns an address beyond the link that no other port has. */
    public Address addressBeyond(Domain domain, int port) {
        return domain == Domain.AF_INET6
                ? new Address.Inet6("2001:db8::2:" + Integer.toHexString(port), port)
                : new Address.Inet("198.18." + port / 256 + "." + port % 256, port);
    }

    /**
     * Sets {@code tcp_syncookies} of the server's namespace, and returns how to end that. Until then others who want to
     * set it wait.
     */
    public Runnable synCookies(int mode) {
        synCookies.acquireUninterruptibly();
        setSynCookies(mode);
        return () -> {
            setSynCookies(USUAL_SYN_COOKIES);
            synCookies.release();
        };
    }

    /** Gives the client a route to an address alone, of a type such as {@code prohibit}, and returns its removal. */
    public Runnable route(String type, Address address) {
        var destination =
                type + " " + (address instanceof Address.Inet inet ? inet.host() : ((Address.Inet6) address).host());
        near.run("ip route add " + destination);
        return () -> near.run("ip route del " + destination);
    }

    @Override
    public synchronized void close() {
        Stream.of(clients, servers, crowded).filter(pool -> pool != null).forEach(TesteePool::close);
        Stream.of(near, far, apart).filter(namespace -> namespace != null).forEach(NetworkNamespace::close);
    }

    private String veth(String name) {
        return "ip link add %1$s type veth peer name %1$s netns %2$d%n".formatted(name, far.pid());
    }

    private void setSynCookies(int mode) {
        far.run("echo " + mode + " > /proc/sys/net/ipv4/tcp_syncookies");
    }

    private NetworkNamespace namespace(String host) {
        return host.equals(CLIENT) ? near : far;
    }

    private static Runnable filter(NetworkNamespace namespace, String chain, String rule) {
        var handle = HANDLE.matcher(namespace.run("nft -e -a add rule inet sockspec " + chain + " '" + rule + "'"));
        if (!handle.find()) {
            throw new IllegalStateException("nft did not tell the handle of the rule " + rule);
        }
        return () -> namespace.run("nft delete rule inet sockspec " + chain + " handle " + handle.group(1));
    }

    private static Address address(Domain domain, String host, int port) {
        return domain == Domain.AF_INET6
                ? new Address.Inet6("fd5c::" + host, port)
                : new Address.Inet("10.92.0." + host, port);
    }

    private @Nullable String build() {
        for (var tool : TOOLS) {
            if (SearchPath.ofThisProcess().find(tool).isEmpty()) {
                return "faults by network need " + tool + ", which is not on the PATH; install "
                        + (tool.equals("nft") ? "nftables" : tool.equals("ip") ? "iproute2" : "util-linux");
            }
        }
        try {
            near = NetworkNamespace.create(watch);
            far = near.sibling(watch);
            apart = near.sibling(watch);
            near.run(veth("link0") + veth("link1") + SETTINGS + up("1", "2") + LINK_WITHOUT_CARRIER + OF_THE_CLIENT);
            far.run(SETTINGS + up("2", "1") + "echo " + LONGEST_QUEUE + " > /proc/sys/net/core/somaxconn\n");
            apart.run("ip link set lo up; echo 61000 " + (61000 + PORTS - 1)
                    + " > /proc/sys/net/ipv4/ip_local_port_range");
        } catch (IOException e) {
            close();
            return "faults by network need root or an unprivileged user namespace: " + e.getMessage();
        } catch (IllegalStateException e) {
            close();
            return e.getMessage();
        }
        clients = pools.of(CLIENT, near::enter);
        servers = pools.of("server", far::enter);
        crowded = pools.of(CROWDED, apart::enter);
        return null;
    }

    /** The neighbour at the other end is known for good; any other one is asked for once and not for long. */
    private static String up(String host, String neighbour) {
        return """
            for family in ipv4 ipv6; do
              echo 1 > /proc/sys/net/$family/neigh/link0/mcast_solicit
              echo 200 > /proc/sys/net/$family/neigh/link0/retrans_time_ms
            done
            ip link set link0 address 02:00:00:00:00:0%1$s
            ip addr add 10.92.0.%1$s/24 dev link0
            ip addr add fd5c::%1$s/64 dev link0 nodad
            ip addr add fe80::5c:%1$s/64 dev link0 nodad
            ip link set link0 up
            ip neigh add 10.92.0.%2$s lladdr 02:00:00:00:00:0%2$s dev link0 nud permanent
            ip neigh add fd5c::%2$s lladdr 02:00:00:00:00:0%2$s dev link0 nud permanent
            """.formatted(host, neighbour);
    }
}
