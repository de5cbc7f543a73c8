package org.sockspec.fault.toxiproxy;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Steer the one proxy of a case.
 *
 * <p>A connection is carried by two links that start one after the other. Let one byte pass each way before a
 * {@link #disable()} that has to act on both ends.
 */
public final class ProxyControl implements Proxies.Steering, AutoCloseable {

    private final ToxiproxyServer server;
    private final ControlApi api;
    private final ToxiproxyClient client;
    private final String name;
    private boolean deleted;

    private ProxyControl(ToxiproxyServer server, String name) {
        this.server = server;
        this.api = new ControlApi(server.api());
        this.client =
                new ToxiproxyClient(server.api().getHostString(), server.api().getPort());
        this.name = name;
    }

    /**
     * Create a proxy whose toxics are in place before its first connection.
     *
     * @param name unique at that server; letters, digits, dot, dash and underscore
     * @param listen port 0 lets the kernel choose, out of the ephemeral range
     * @throws ToxiproxyException when the name or the port is taken, see {@link ToxiproxyException#portTaken()}
     */
    public static ProxyControl create(
            ToxiproxyServer server,
            String name,
            InetSocketAddress listen,
            InetSocketAddress upstream,
            List<ToxicSpec> toxicsBeforeEnable) {
        if (!name.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException(
                    "'" + name + "' does not name a proxy: use letters, digits, dot, dash and underscore");
        }
        var proxy = new ProxyControl(server, name);
        proxy.api.createDisabledProxy(name, listen, upstream);
        server.proxyCreated(name);
        try {
            toxicsBeforeEnable.forEach(proxy::add);
            proxy.enable();
            return proxy;
        } catch (ToxiproxyException e) {
            try {
                proxy.delete();
            } catch (ToxiproxyException unfinished) {
                e.addSuppressed(unfinished);
            }
            throw e;
        }
    }

    /** Give the address that clients connect to. */
    public InetSocketAddress listen() {
        return HostPort.parse(call("look up", () -> proxy().getListen()));
    }

    /** Accept connections again, at the same address. */
    @Override
    public void enable() {
        run("enable", () -> proxy().enable());
    }

    /** Close the listener and every live connection. */
    @Override
    public void disable() {
        run("disable", () -> proxy().disable());
    }

    /** Add a toxic; live connections get it too, except for the reset of {@link ToxicSpec#resetPeer}. */
    @Override
    public void add(ToxicSpec toxic) {
        api.addToxic(name, toxic);
    }

    /** Change toxicity and attributes of the toxic with that name. */
    @Override
    public void update(ToxicSpec toxic) {
        api.updateToxic(name, toxic);
    }

    /** Remove a toxic; may run into the time limit while a writer is blocked behind it. */
    @Override
    public void remove(String toxicName) {
        run(
                "remove toxic " + toxicName + " of",
                () -> proxy().toxics().get(toxicName).remove());
    }

    /** Delete the proxy and close its connections; later calls do nothing. */
    public void delete() {
        if (!deleted) {
            run("delete", () -> proxy().delete());
            deleted = true;
            server.proxyDeleted(name);
        }
    }

    @Override
    public void close() {
        delete();
    }

    private Proxy proxy() throws IOException {
        return client.getProxy(name);
    }

    private void run(String what, Control control) {
        call(what, () -> {
            control.run();
            return true;
        });
    }

    private <T> T call(String what, Callable<T> control) {
        var sentence = "Toxiproxy at " + HostPort.format(server.api()) + ": " + what + " proxy " + name;
        return Deadline.within(ControlApi.LIMIT, sentence, control);
    }

    @FunctionalInterface
    private interface Control {
        void run() throws IOException;
    }
}
