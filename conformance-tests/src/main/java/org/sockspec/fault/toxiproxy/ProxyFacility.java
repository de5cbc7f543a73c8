package org.sockspec.fault.toxiproxy;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.sockspec.janitor.ProcessWatch;

/** The Toxiproxy server of a run, obtained beside the cases that do not need it, and only if there are others. */
public final class ProxyFacility implements Proxies, AutoCloseable {
    private final CompletableFuture<Acquisition> acquisition = new CompletableFuture<>();
    private final AtomicBoolean begun = new AtomicBoolean();
    private final AtomicInteger names = new AtomicInteger();
    private final Choice choice;
    private final ProcessWatch watch;

    /** Prepares to look for a server, once one is needed. */
    public ProxyFacility(Choice choice, ProcessWatch watch) {
        this.choice = choice;
        this.watch = watch;
    }

    /** Starts to look for a server if that has not happened, and does not wait. */
    public void begin() {
        if (begun.compareAndSet(false, true)) {
            var thread = new Thread(
                    () -> acquisition.completeAsync(() -> Toxiproxy.acquire(choice, watch), Runnable::run),
                    "toxiproxy");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public Optional<String> missing() {
        begin();
        return acquisition.join() instanceof Acquisition.Unavailable unavailable
                ? Optional.of(unavailable.message())
                : Optional.empty();
    }

    /** Says which server it is, or why there is none; waits until that is known. */
    public String origin() {
        begin();
        return acquisition.join() instanceof Acquisition.Available available
                ? available.server().version() + ", " + available.server().origin()
                : ((Acquisition.Unavailable) acquisition.join()).message();
    }

    @Override
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
