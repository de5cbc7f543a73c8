package org.sockspec.fault.toxiproxy;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.sockspec.engine.Facility;
import org.sockspec.janitor.ProcessWatch;

/** The Toxiproxy server of a run, obtained beside the cases that do not need it. */
public final class ProxyFacility implements Facility, AutoCloseable {
    private final CompletableFuture<Acquisition> acquisition;
    private final AtomicInteger names = new AtomicInteger();

    private ProxyFacility(CompletableFuture<Acquisition> acquisition) {
        this.acquisition = acquisition;
    }

    /** Starts to look for a server. */
    public static ProxyFacility start(Choice choice, ProcessWatch watch) {
        var acquired = new CompletableFuture<Acquisition>();
        var thread = new Thread(
                () -> acquired.completeAsync(() -> Toxiproxy.acquire(choice, watch), Runnable::run), "toxiproxy");
        thread.setDaemon(true);
        thread.start();
        return new ProxyFacility(acquired);
    }

    @Override
    public Optional<String> missing() {
        return acquisition.join() instanceof Acquisition.Unavailable unavailable
                ? Optional.of(unavailable.message())
                : Optional.empty();
    }

    /** Says which server it is, or why there is none; waits until that is known. */
    public String origin() {
        return acquisition.join() instanceof Acquisition.Available available
                ? available.server().version() + ", " + available.server().origin()
                : ((Acquisition.Unavailable) acquisition.join()).message();
    }

    /** Creates a proxy with a name of its own. */
    public ProxyControl create(InetSocketAddress listen, InetSocketAddress upstream, List<ToxicSpec> toxics) {
        var server = ((Acquisition.Available) acquisition.join()).server();
        var name = "case-" + ProcessHandle.current().pid() + "-" + names.incrementAndGet();
        return ProxyControl.create(server, name, listen, upstream, toxics);
    }

    @Override
    public void close() {
        if (acquisition.getNow(null) instanceof Acquisition.Available available) {
            available.server().close();
        }
    }
}
