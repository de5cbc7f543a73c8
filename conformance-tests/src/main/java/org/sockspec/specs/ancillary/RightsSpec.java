package org.sockspec.specs.ancillary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.api.FileFlag.O_NONBLOCK;

import java.util.List;
import org.sockspec.api.Control;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class RightsSpec {

    @Clause("ancillary.rights.one-descriptor")
    void arrivesAsANewDescriptorForTheSameDescription(Host host) {
        var carrier = host.socketpair();
        var passed = host.socketpair();

        carrier.client()
                .sendMessage("x", new Control.Rights(List.of(passed.client().fd())))
                .returns(1);
        var message = carrier.server().recvMessage(1).receives("x");
        var received = passed.client().as(message.passedDescriptor());

        assertThat(received.fd()).isNotEqualTo(passed.client().fd());
        passed.client().nonBlocking();
        received.flags().hasFlag(O_NONBLOCK);
        received.send("hello").succeeds();
        passed.server().recv(16).receives("hello");
    }
}
