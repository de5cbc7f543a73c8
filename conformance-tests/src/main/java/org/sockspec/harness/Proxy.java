package org.sockspec.harness;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Address;
import org.sockspec.catalogue.Need;
import org.sockspec.engine.CaseRun;
import org.sockspec.fault.toxiproxy.Proxies;
import org.sockspec.fault.toxiproxy.ToxicSpec;

/** A TCP proxy between the client and a server. It is created, enabled, when something is first asked of it. */
public final class Proxy {
    private static final String PRIMER = "!";

    private final CaseRun run;
    private List<ToxicSpec> toxics = List.of();
    private @Nullable Socket listener;
    private @Nullable Address upstream;
    private @Nullable Address address;
    private Proxies.@Nullable Steering control;

    Proxy(CaseRun run) {
        this.run = run;
    }

    /** Makes the end of every connection a reset instead of an end of file. */
    public Proxy resettable() {
        if (control != null) {
            throw new IllegalStateException("what ends its connections is settled when the proxy is first used");
        }
        toxics = List.of(ToxicSpec.resetOnClose());
        return this;
    }

    /** Puts the proxy in front of a listener. */
    public Proxy inFrontOf(Socket server) {
        listener = server;
        return inFrontOf(server.address());
    }

    /** Puts the proxy in front of an address, whether or not somebody listens there. */
    public Proxy inFrontOf(Address server) {
        upstream = server;
        control();
        return this;
    }

    /** Returns the address that clients connect to. */
    public Address address() {
        control();
        return Objects.requireNonNull(address);
    }

    /** Connects a client through the proxy, which a listener of the server accepts, and has one byte go each way. */
    public Connection connect() {
        var from = new Host(run, "client").socket();
        from.connect(address()).succeeds();
        var connection = new Connection(
                from, Objects.requireNonNull(listener, "no listener").accept().socket());
        pass(connection.client(), connection.server());
        pass(connection.server(), connection.client());
        return connection;
    }

    /** Refuses new connections and ends those that there are. */
    public void disable() {
        control().disable();
    }

    /** Accepts connections again. */
    public void enable() {
        control().enable();
    }

    /** Resets the connections of a {@link #resettable()} proxy, and refuses new ones. */
    public void reset() {
        if (toxics.isEmpty()) {
            throw new IllegalStateException("only a resettable proxy resets; others end the stream");
        }
        disable();
    }

    /** Adds a toxic, also to the connections that there are. */
    public void add(ToxicSpec toxic) {
        control().add(toxic);
    }

    /** Changes a toxic of the same kind and direction. */
    public void update(ToxicSpec toxic) {
        control().update(toxic);
    }

    /** Removes a toxic. */
    public void remove(ToxicSpec toxic) {
        control().remove(toxic.name());
    }

    private Proxies.Steering control() {
        if (control == null) {
            if (upstream == null) {
                listener = new Host(run, "server").listener();
                upstream = listener.address();
            }
            address = run.loans().address("proxy");
            control = run.suite()
                    .facility(Need.FAULT_PROXY, Proxies.class)
                    .create(socketAddress(address), socketAddress(upstream), toxics);
            run.atEnd(control::close);
        }
        return control;
    }

    private static void pass(Socket from, Socket to) {
        from.send(PRIMER).returns(PRIMER.length());
        to.recv(PRIMER.length()).receives(PRIMER);
    }

    private static InetSocketAddress socketAddress(Address address) {
        var inet = (Address.Inet) address;
        return new InetSocketAddress(inet.host(), inet.port());
    }
}
