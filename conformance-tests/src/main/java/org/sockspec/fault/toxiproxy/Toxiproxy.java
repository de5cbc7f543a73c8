package org.sockspec.fault.toxiproxy;

import java.util.ArrayList;
import java.util.List;
import org.sockspec.fault.toxiproxy.Acquisition.Available;
import org.sockspec.fault.toxiproxy.Acquisition.Unavailable;
import org.sockspec.janitor.ProcessWatch;

/** Obtain a Toxiproxy server by the cheapest exact means. */
public final class Toxiproxy {

    private Toxiproxy() {}

    /**
     * Try one provider after the other until a server passes its self-test; the caller closes that server.
     *
     * <p>Takes about a second, except when a container image or the Go module has to be built or fetched.
     */
    public static Acquisition acquire(Choice choice, ProcessWatch watch) {
        return acquire(choice, watch, new Surroundings(System.getenv()));
    }

    static Acquisition acquire(Choice choice, ProcessWatch watch, Surroundings surroundings) {
        var tried = new ArrayList<String>();
        for (var provider : providers(choice, watch, surroundings)) {
            try {
                return new Available(tested(provider.provide()));
            } catch (NotProvidedException e) {
                tried.add(e.reason());
            }
        }
        return new Unavailable(tried, remedy(choice));
    }

    private static List<ToxiproxyProvider> providers(Choice choice, ProcessWatch watch, Surroundings surroundings) {
        var onPath = new BinaryOnPath(surroundings, watch);
        var cached = new CachedBuild(surroundings, watch);
        var build = new PinnedBuild(surroundings, watch);
        if (choice instanceof Choice.Url url) {
            return List.of(new GivenUrl(url, watch));
        } else if (choice instanceof Choice.Docker) {
            return List.of(new DockerContainer(surroundings, watch, true));
        } else if (choice instanceof Choice.Binary) {
            return List.of(onPath, cached, build);
        }
        return List.of(onPath, cached, new DockerContainer(surroundings, watch, false), build);
    }

    private static ToxiproxyServer tested(ToxiproxyServer server) throws NotProvidedException {
        try {
            new SelfTest(server).run();
            return server;
        } catch (NotProvidedException e) {
            server.close();
            throw e;
        }
    }

    private static String remedy(Choice choice) {
        if (choice instanceof Choice.Url) {
            return "Start it there, or pass --toxiproxy auto";
        } else if (choice instanceof Choice.Binary) {
            return "Install Go 1.24 or later, or pass --toxiproxy auto";
        } else if (choice instanceof Choice.Docker) {
            return "Start Docker, or pass --toxiproxy auto";
        }
        return "Install Go 1.24 or later, or Docker, or pass --toxiproxy URL";
    }
}
