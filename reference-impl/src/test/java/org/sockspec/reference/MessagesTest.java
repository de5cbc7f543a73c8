package org.sockspec.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.sockspec.reference.OpenSockets.ANY_PORT;
import static org.sockspec.reference.OpenSockets.failed;
import static org.sockspec.reference.OpenSockets.returned;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockspec.api.Address;
import org.sockspec.api.Bytes;
import org.sockspec.api.Control;
import org.sockspec.api.Domain;
import org.sockspec.api.FcntlCommand;
import org.sockspec.api.FileFlag;
import org.sockspec.api.MessageFlag;
import org.sockspec.api.Outcome;
import org.sockspec.api.Returned;
import org.sockspec.api.SocketType;

class MessagesTest {
    @AutoClose
    private final OpenSockets sockets = new OpenSockets();

    private final KernelSockets api = sockets.api;

    @Test
    void gathersAndScatters() {
        var pair = sockets.pair(SocketType.SOCK_SEQPACKET);
        var iov = List.of(Bytes.of("ab"), Bytes.EMPTY, Bytes.of("cde"), Bytes.of("f"));
        assertThat(api.sendmsg(pair.get(0), null, iov, List.of(), Set.of())).isEqualTo(Outcome.returned(6));
        assertThat(api.recvmsg(pair.get(1), List.of(1, 0, 3, 9), 0, Set.of()))
                .isEqualTo(Returned.received(Bytes.of("abcdef"))
                        .withAddress(null, 0)
                        .withMessage(Set.of(), List.of()));
    }

    @Test
    void tellsSenderAndTruncation() {
        int receiver = sockets.bound(Domain.AF_INET, SocketType.SOCK_DGRAM, ANY_PORT);
        int sender = sockets.bound(Domain.AF_INET, SocketType.SOCK_DGRAM, ANY_PORT);
        var iov = List.of(Bytes.of("hello"));
        assertThat(api.sendmsg(sender, sockets.nameOf(receiver), iov, List.of(), Set.of()))
                .isEqualTo(Outcome.returned(5));
        assertThat(api.recvmsg(receiver, List.of(1, 2), 0, Set.of(MessageFlag.MSG_TRUNC)))
                .isEqualTo(Returned.of(5)
                        .withData(Bytes.of("hel"))
                        .withAddress(sockets.nameOf(sender), 16)
                        .withMessage(Set.of(MessageFlag.MSG_TRUNC), List.of()));
    }

    @Test
    void refusesAMalformedName() {
        int sender = sockets.socket(Domain.AF_INET, SocketType.SOCK_DGRAM);
        var name = new Address.Malformed(ANY_PORT, null, 4);
        assertThat(api.sendmsg(sender, name, List.of(Bytes.of("x")), List.of(), Set.of()))
                .isEqualTo(failed("EINVAL"));
    }

    @Test
    void passesDescriptors() {
        var pair = sockets.pair(SocketType.SOCK_STREAM);
        var passed = sockets.pair(SocketType.SOCK_STREAM);
        var rights = new Control.Rights(List.of(passed.get(0), passed.get(0)));
        assertThat(api.sendmsg(pair.get(0), null, List.of(Bytes.of("x")), List.of(rights), Set.of()))
                .isEqualTo(Outcome.returned(1));
        var message = returned(api.recvmsg(pair.get(1), List.of(8), 64, Set.of(MessageFlag.MSG_CMSG_CLOEXEC)));
        var fds = received(message);
        assertThat(fds).hasSize(2).doesNotContain(passed.get(0)).doesNotHaveDuplicates();
        sockets.send(fds.get(1), "through");
        assertThat(sockets.recv(passed.get(1))).isEqualTo(Bytes.of("through"));
        assertThat(api.fcntl(fds.get(0), FcntlCommand.F_GETFD, Set.of()))
                .isEqualTo(Returned.flags(Set.of(FileFlag.FD_CLOEXEC)));
    }

    @Test
    void cutsDescriptorsThatDoNotFit() {
        var pair = sockets.pair(SocketType.SOCK_DGRAM);
        var rights = new Control.Rights(Collections.nCopies(4, pair.get(0)));
        returned(api.sendmsg(pair.get(0), null, List.of(Bytes.of("x")), List.of(rights), Set.of()));
        var message = returned(api.recvmsg(pair.get(1), List.of(8), 16 + 2 * 4, Set.of()));
        assertThat(message.messageFlags()).containsExactly(MessageFlag.MSG_CTRUNC);
        assertThat(received(message)).hasSize(2);
    }

    private List<Integer> received(Returned message) {
        var fds = ((Control.Rights) Objects.requireNonNull(message.control()).get(0)).fds();
        fds.forEach(fd -> sockets.keep(Returned.of(fd)));
        return fds;
    }

    @Test
    void refusesMoreThanIovMaxElements() {
        var pair = sockets.pair(SocketType.SOCK_STREAM);
        var iov = new ArrayList<>(Collections.nCopies(1024, Bytes.of("x")));
        assertThat(api.sendmsg(pair.get(0), null, iov, List.of(), Set.of())).isEqualTo(Outcome.returned(1024));
        iov.add(Bytes.of("x"));
        assertThat(api.sendmsg(pair.get(0), null, iov, List.of(), Set.of())).isEqualTo(failed("EMSGSIZE"));
        assertThat(api.recvmsg(
                        pair.get(1),
                        IntStream.range(0, 1025).map(i -> 1).boxed().toList(),
                        0,
                        Set.of()))
                .isEqualTo(failed("EMSGSIZE"));
    }

    @Test
    void refusesNegativeLengths() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> api.recvmsg(0, List.of(1, -1), 0, Set.of()))
                .withMessageContaining("-1 bytes");
        assertThatIllegalArgumentException().isThrownBy(() -> api.recvmsg(0, List.of(1), -8, Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> api.recv(0, -1, Set.of()));
    }

    @Test
    void codesControlMessagesOneAfterTheOther() {
        var messages = List.<Control>of(
                new Control.Rights(List.of(3)),
                new Control.Other("SCM_CREDENTIALS", Bytes.zeros(12)),
                new Control.Other("1:77", Bytes.of("odd")),
                new Control.Rights(List.of(4, 5, 6)));
        assertThat(ControlMessages.decode(ControlMessages.encode(messages))).isEqualTo(messages);
    }

    @Test
    void refusesAControlMessageWithoutNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ControlMessages.encode(List.of(new Control.Other("SCM_NONSENSE", Bytes.EMPTY))))
                .withMessageContaining("SCM_NONSENSE");
    }

    @Test
    void sendsCredentialsThatAreTrueOnly() {
        var pair = sockets.pair(SocketType.SOCK_DGRAM);
        var forged =
                new Control.Other("SCM_CREDENTIALS", Bytes.of(new byte[] {-1, -1, -1, 127, 0, 0, 0, 0, 0, 0, 0, 0}));
        assertThat(api.sendmsg(pair.get(0), null, List.of(Bytes.of("x")), List.of(forged), Set.of()))
                .isInstanceOf(Outcome.Failed.class);
    }
}
