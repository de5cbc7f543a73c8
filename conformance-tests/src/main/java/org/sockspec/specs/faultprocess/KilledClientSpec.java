package org.sockspec.specs.faultprocess;

import static org.sockspec.api.Errno.EAGAIN;
import static org.sockspec.api.Errno.EWOULDBLOCK;
import static org.sockspec.api.PollEvent.POLLIN;

import java.time.Duration;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Link;
import org.sockspec.harness.Observation;
import org.sockspec.harness.OwnProcess;

class KilledClientSpec {
    private static final Duration LONGER_THAN_UNTIL_THE_REQUEST_IS_REPEATED = Duration.ofMillis(1500);

    @OwnProcess
    @Clause("fault-process.kill.client-while-connecting")
    void neverShowsUpIfItWasNotAnswered(Link link, Host client, Host server, Observation observed) {
        var listener = server.listener();
        client.connectTo(listener);
        link.dropsWhatGoesTo(listener);
        client.socket().connect(listener).staysBlocked();

        client.kill();

        link.heals();
        listener.pollFor(LONGER_THAN_UNTIL_THE_REQUEST_IS_REPEATED, POLLIN).reportsNothing();
        listener.nonBlocking().accept().failsWith(EAGAIN, EWOULDBLOCK);
        observed.is("no-descriptor");
    }
}
