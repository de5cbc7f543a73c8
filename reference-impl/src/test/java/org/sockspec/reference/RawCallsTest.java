package org.sockspec.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockspec.api.Argument;
import org.sockspec.api.Bytes;
import org.sockspec.api.Domain;
import org.sockspec.api.Errno;
import org.sockspec.api.Outcome;
import org.sockspec.api.Returned;
import org.sockspec.api.SocketType;

class RawCallsTest {
    @AutoClose
    private final OpenSockets sockets = new OpenSockets();

    private final Argument socket = new Argument.Number(sockets.socket(Domain.AF_INET, SocketType.SOCK_DGRAM));
    private final Argument memory = new Argument.Memory(Bytes.of("ZZZZ"));

    @Test
    void showsWhatIsLeftInMemory() {
        assertThat(raw("getsockname", socket, memory, new Argument.Ints(List.of(3))))
                .isEqualTo(Returned.raw(
                        0,
                        List.of(
                                socket,
                                new Argument.Memory(Bytes.of(new byte[] {2, 0, 0, 'Z'})),
                                new Argument.Ints(List.of(16)))));
    }

    @Test
    void showsWhatAFailureLeaves() {
        var arguments = List.of(socket, memory, new Argument.Ints(List.of(4)));

        assertThat(sockets.api.raw("getpeername", arguments))
                .isEqualTo(new Outcome.Failed(new Errno("ENOTCONN"), arguments));
    }

    @Test
    void passesWrongPointersOn() {
        for (var pointer : Argument.Pointer.values()) {
            var arguments = List.of(socket, memory, new Argument.Wrong(pointer));

            assertThat(sockets.api.raw("getsockname", arguments))
                    .isEqualTo(new Outcome.Failed(new Errno("EFAULT"), arguments));
        }
    }

    @Test
    void knowsNoOtherFunctions() {
        assertThat(raw("abort")).isEqualTo(new Outcome.Unsupported("raw abort"));
    }

    private Outcome raw(String function, Argument... arguments) {
        return sockets.api.raw(function, List.of(arguments));
    }
}
