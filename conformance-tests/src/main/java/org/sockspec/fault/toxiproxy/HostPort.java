package org.sockspec.fault.toxiproxy;

import java.net.Inet6Address;
import java.net.InetSocketAddress;

/** Convert between socket addresses and the {@code host:port} form that Toxiproxy speaks. */
final class HostPort {

    private HostPort() {}

    static String format(InetSocketAddress address) {
        var host = address.isUnresolved()
                ? address.getHostString()
                : address.getAddress().getHostAddress();
        return (address.getAddress() instanceof Inet6Address ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    static InetSocketAddress parse(String text) {
        var colon = text.lastIndexOf(':');
        return new InetSocketAddress(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }
}
