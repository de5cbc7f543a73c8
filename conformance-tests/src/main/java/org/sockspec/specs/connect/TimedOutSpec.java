package org.sockspec.specs.connect;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Link;

class TimedOutSpec {

    @Clause("connect.timed-out")
    void whenNothingAnswers(Link link, Host client, Host server) {
        var listener = server.listener();
        link.dropsWhatGoesTo(listener);

        client.socket().connect(listener).isAccepted();
    }
}
