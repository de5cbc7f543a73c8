package org.sockspec.fault.toxiproxy;

import java.net.InetSocketAddress;

/** Give access to one running Toxiproxy server; closing it ends what the run started. */
public interface ToxiproxyServer extends AutoCloseable {

    /** Give the address of the control API. */
    InetSocketAddress api();

    /** Say in words for the report where the server came from, such as {@code cached build /home/u/...}. */
    String origin();

    /** Give the version the server answers with, such as {@code 2.12.0}. */
    String version();

    /** Note a proxy made by this run; only a server that outlives the run has to remember it. */
    default void proxyCreated(String name) {}

    /** Note that a proxy made by this run is gone. */
    default void proxyDeleted(String name) {}

    @Override
    void close();
}
