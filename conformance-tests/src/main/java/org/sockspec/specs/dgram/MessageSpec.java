package org.sockspec.specs.dgram;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class MessageSpec {

    @Clause("dgram.boundary.kept")
    void isReceivedWholeAndByItself(Host client, Host server) {
        var receiver = server.boundSocket();
        var sender = client.socket();
        var messages = List.of("ab", "cd", "efghi");
        messages.forEach(message -> sender.sendTo(receiver.address(), message).returns(message.length()));

        // UDP promises no order.
        var missing = new ArrayList<>(messages);
        while (!missing.isEmpty()) {
            var received = new String(receiver.recv(64).data().toArray(), US_ASCII);
            assertThat(missing.remove(received))
                    .as("\"%s\" is one of %s", received, missing)
                    .isTrue();
        }
    }

    @Clause("dgram.no-connection-needed")
    void needsNoConnection(Host client, Host server) {
        var receiver = server.boundSocket();

        client.socket().sendTo(receiver.address(), "hello").returns(5);

        receiver.recv(16).receives("hello");
    }
}
