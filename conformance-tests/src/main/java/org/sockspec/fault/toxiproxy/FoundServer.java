package org.sockspec.fault.toxiproxy;

import java.net.InetSocketAddress;

/** Use a server that this run did not start. */
record FoundServer(InetSocketAddress api, String origin, String version) implements ToxiproxyServer {

    @Override
    public void close() {}
}
