package org.sockspec.fault.toxiproxy;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import org.sockspec.fault.toxiproxy.Acquisition.Available;
import org.sockspec.fault.toxiproxy.Acquisition.Unavailable;

/** Take a server, or say why the test is not run; where the environment promises the server, fail instead. */
final class Promised {

    private Promised() {}

    static ToxiproxyServer server(Acquisition acquisition, String promise) {
        if (acquisition instanceof Available available) {
            return available.server();
        }
        var reason = ((Unavailable) acquisition).message();
        return "1".equals(System.getenv(promise)) ? fail(promise + " is 1, but " + reason) : abort(reason);
    }
}
