package org.sockspec.java;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.sockspec.api.Address;
import org.sockspec.api.Returned;

/** Addresses between the protocol and Java, which has no lengths, no abstract names, and none that are malformed. */
final class Addresses {
    private static final int INET_LENGTH = 16;
    private static final int INET6_LENGTH = 28;
    private static final int FAMILY_LENGTH = 2;
    private static final Pattern ZEROS = Pattern.compile("(^|:)0(:0)+(:|$)");

    private Addresses() {}

    static SocketAddress ofJava(Address address) throws UnknownHostException {
        if (address instanceof Address.Inet inet) {
            return new InetSocketAddress(InetAddress.getByName(inet.host()), inet.port());
        }
        if (address instanceof Address.Inet6 inet6) {
            var bytes = InetAddress.getByName(inet6.host()).getAddress();
            return new InetSocketAddress(Inet6Address.getByAddress(null, bytes, inet6.scope()), inet6.port());
        }
        if (address instanceof Address.UnixPath unix) {
            return UnixDomainSocketAddress.of(unix.path());
        }
        throw new NotExpressible("the address " + address);
    }

    /** Adds an address to what a call returned; the length follows from its form. */
    static Returned add(Returned returned, SocketAddress address) {
        if (address instanceof UnixDomainSocketAddress unix) {
            var path = unix.getPath().toString();
            return path.isEmpty()
                    ? returned.withAddress(new Address.UnixUnnamed(), FAMILY_LENGTH)
                    : returned.withAddress(
                            new Address.UnixPath(path),
                            FAMILY_LENGTH + path.getBytes(StandardCharsets.UTF_8).length + 1);
        }
        var inet = (InetSocketAddress) address;
        return inet.getAddress() instanceof Inet4Address four
                ? returned.withAddress(new Address.Inet(four.getHostAddress(), inet.getPort()), INET_LENGTH)
                : returned.withAddress(inet6((Inet6Address) inet.getAddress(), inet.getPort()), INET6_LENGTH);
    }

    private static Address inet6(Inet6Address address, int port) {
        var groups = address.getHostAddress().replaceFirst("%.*", "");
        return new Address.Inet6(shortened(groups), port, address.getScopeId());
    }

    /** Replaces the longest run of zeros, the first of several, as RFC 5952 demands. */
    private static String shortened(String groups) {
        var longest = ZEROS.matcher(groups)
                .results()
                .max((one, other) -> one.group().length() != other.group().length()
                        ? Integer.compare(one.group().length(), other.group().length())
                        : Integer.compare(other.start(), one.start()));
        return longest.map(run -> groups.substring(0, run.start()) + "::" + groups.substring(run.end()))
                .orElse(groups);
    }
}
