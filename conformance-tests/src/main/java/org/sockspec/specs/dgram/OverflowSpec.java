package org.sockspec.specs.dgram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.api.PollEvent.POLLIN;
import static org.sockspec.api.SocketOption.SO_RCVBUF;

import org.sockspec.api.Bytes;
import org.sockspec.api.OptionValue;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class OverflowSpec {
    private static final int ROOM = 4096;
    private static final int LENGTH = 1024;
    private static final int FAR_MORE_THAN_ROOM_FOR = 64;

    @Clause("dgram.overflow.udp-drops-silently")
    void losesMessagesAndTellsNobody(Host client, Host server) {
        var receiver = server.boundSocket();
        receiver.set(SO_RCVBUF, OptionValue.of(ROOM)).succeeds();
        var sender = client.socket();

        for (int i = 0; i < FAR_MORE_THAN_ROOM_FOR; i++) {
            sender.sendTo(receiver.address(), "x".repeat(LENGTH)).returns(LENGTH);
        }
        int arrived = 0;
        for (; receiver.pollNow(POLLIN).value() > 0; arrived++) {
            receiver.recv(LENGTH).returns(LENGTH);
        }
        // A message that comes through shows that none of those before is still on its way.
        sender.sendTo(receiver.address(), "last").returns(4);
        while (!receiver.recv(LENGTH).data().equals(Bytes.of("last"))) {
            arrived++;
        }

        assertThat(arrived).isLessThan(FAR_MORE_THAN_ROOM_FOR);
    }
}
