package org.sockspec.fault.toxiproxy;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.sockspec.janitor.ProcessWatch;

/** Use the server at a URL that the user gave. */
record GivenUrl(Choice.Url url, ProcessWatch watch) implements ToxiproxyProvider {

    @Override
    public ToxiproxyServer provide() throws NotProvidedException {
        try {
            return new Server(url, new ControlApi(url.api()).version(), watch);
        } catch (IOException e) {
            var reason = e.getMessage() == null ? "the connection was refused" : e.getMessage();
            throw new NotProvidedException("no Toxiproxy answers at " + url + " (" + reason + ")", e);
        }
    }

    /** It outlives the run, so the janitor has to know its proxies. */
    private record Server(Choice.Url url, String version, ProcessWatch watch) implements ToxiproxyServer {

        @Override
        public InetSocketAddress api() {
            return url.api();
        }

        @Override
        public String origin() {
            return "url " + url;
        }

        @Override
        public void proxyCreated(String name) {
            watch.proxy(api(), name);
        }

        @Override
        public void proxyDeleted(String name) {
            watch.proxyGone(api(), name);
        }

        @Override
        public void close() {}
    }
}
