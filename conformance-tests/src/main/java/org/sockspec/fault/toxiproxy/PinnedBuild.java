package org.sockspec.fault.toxiproxy;

import org.sockspec.janitor.ProcessWatch;

/** Build the pinned Go module into the cache, and start it. */
record PinnedBuild(Surroundings surroundings, ProcessWatch watch) implements ToxiproxyProvider {

    @Override
    public ToxiproxyServer provide() throws NotProvidedException {
        var path = new GoModule(surroundings, watch).build();
        return new Binary(path, "built with go into the cache " + path).start(watch);
    }
}
