package org.sockspec.specs.accept;

import static org.sockspec.api.PollEvent.POLLIN;
import static org.sockspec.api.SocketOption.SO_KEEPALIVE;

import org.sockspec.api.OptionValue;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Observation;
import org.sockspec.harness.Socket;

class OptionsSpec {
    private static final OptionValue ON = OptionValue.of(1);

    @Clause("accept.options.inheritance")
    void mayComeFromTheListener(Host client, Host server, Observation seen) {
        var listener = server.listener();
        listener.set(SO_KEEPALIVE, ON).succeeds();

        var accepted = client.connectTo(listener).server();

        seen.is(isOn(accepted) ? "inherited" : "default-value");
    }

    @Clause("accept.options.snapshot")
    void mayBeThoseOfTheListenerAtEitherTime(Host client, Host server, Observation seen) {
        var listener = server.listener();
        client.socket().connect(listener).succeeds();
        listener.poll(POLLIN).reports(POLLIN);

        listener.set(SO_KEEPALIVE, ON).succeeds();

        boolean changed = isOn(listener.accept().socket());
        boolean inherited = isOn(client.connectTo(listener).server());
        seen.is(changed ? "at-accept" : inherited ? "at-connection" : "default-value");
    }

    @Clause("accept.options.separate-after")
    void areApartFromThoseOfTheListener(Host client, Host server) {
        var listener = server.listener();
        var accepted = client.connectTo(listener).server();

        accepted.set(SO_KEEPALIVE, ON).succeeds();

        accepted.get(SO_KEEPALIVE).isOn();
        listener.get(SO_KEEPALIVE).hasValue(0);
    }

    private static boolean isOn(Socket socket) {
        return socket.get(SO_KEEPALIVE).option().equals(ON);
    }
}
