package org.sockspec.fault.toxiproxy;

/** Start, or find, a Toxiproxy server by one means. */
interface ToxiproxyProvider {

    /** Give a server that answers; it has not passed the self-test yet. */
    ToxiproxyServer provide() throws NotProvidedException;
}
