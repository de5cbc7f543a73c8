package org.sockspec.specs.faultnetwork;

import static org.sockspec.api.Errno.EAGAIN;
import static org.sockspec.api.Errno.EWOULDBLOCK;
import static org.sockspec.api.MessageFlag.MSG_DONTWAIT;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Link;

class LostDatagramsSpec {

    @Clause("fault-network.packets.udp-loss")
    void areMissingAndTheOthersAreWhole(Link link, Host client, Host server) {
        var receiver = server.boundSocket();
        var sender = client.socket();
        link.dropsEverySecondTo(receiver);

        for (int number = 1; number <= 10; number++) {
            sender.sendTo(receiver.address(), "number " + number).succeeds();
        }

        for (int number = 2; number <= 10; number += 2) {
            receiver.recv(32).receives("number " + number);
        }
        receiver.recv(32, MSG_DONTWAIT).failsWith(EAGAIN, EWOULDBLOCK);
    }
}
