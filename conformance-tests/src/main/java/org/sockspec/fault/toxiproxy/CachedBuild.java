package org.sockspec.fault.toxiproxy;

import java.nio.file.Files;
import org.sockspec.janitor.ProcessWatch;

/** Start the pinned build that an earlier run left in the cache. */
record CachedBuild(Surroundings surroundings, ProcessWatch watch) implements ToxiproxyProvider {

    @Override
    public ToxiproxyServer provide() throws NotProvidedException {
        var path = surroundings.cachedBinary();
        if (!Files.isExecutable(path)) {
            throw new NotProvidedException("no cached build at " + path);
        }
        return new Binary(path, "cached build " + path).start(watch);
    }
}
