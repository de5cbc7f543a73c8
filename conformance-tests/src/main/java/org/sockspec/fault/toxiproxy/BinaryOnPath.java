package org.sockspec.fault.toxiproxy;

import org.sockspec.janitor.ProcessWatch;

/** Start the {@code toxiproxy-server} that is installed. */
record BinaryOnPath(Surroundings surroundings, ProcessWatch watch) implements ToxiproxyProvider {

    @Override
    public ToxiproxyServer provide() throws NotProvidedException {
        var path = surroundings
                .onPath("toxiproxy-server")
                .orElseThrow(() -> new NotProvidedException("toxiproxy-server is not on the PATH"));
        return new Binary(path, "binary on PATH " + path).start(watch);
    }
}
