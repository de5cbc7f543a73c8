package org.sockspec.replay;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.sockspec.fault.toxiproxy.Proxies;
import org.sockspec.fault.toxiproxy.ToxicSpec;

/** Proxies of cases that talk to nobody: what is done to them has happened before, and stands in the recording. */
final class IdleProxies implements Proxies {
    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public Steering create(InetSocketAddress listen, InetSocketAddress upstream, List<ToxicSpec> toxics) {
        return new Idle();
    }

    private static final class Idle implements Steering {
        @Override
        public void enable() {}

        @Override
        public void disable() {}

        @Override
        public void add(ToxicSpec toxic) {}

        @Override
        public void update(ToxicSpec toxic) {}

        @Override
        public void remove(String toxicName) {}

        @Override
        public void close() {}
    }
}
