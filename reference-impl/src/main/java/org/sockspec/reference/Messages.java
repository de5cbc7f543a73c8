package org.sockspec.reference;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Address;
import org.sockspec.api.Bytes;
import org.sockspec.api.Control;
import org.sockspec.api.MessageFlag;
import org.sockspec.api.Outcome;
import org.sockspec.api.Returned;

/** sendmsg() and recvmsg(), writev() and readv(). */
final class Messages {
    private final Callers callers;

    Messages(Callers callers) {
        this.callers = callers;
    }

    Outcome send(int fd, @Nullable Address address, List<Bytes> iov, List<Control> control, Set<MessageFlag> flags) {
        var name = Sockaddrs.encode(address);
        var ancillary = ControlMessages.encode(control);
        int room = name.memory() == null ? 0 : name.memory().length;
        try (var block = new MessageBlock(
                room, ancillary.length, iov.stream().map(Bytes::length).toList())) {
            if (name.memory() != null) {
                block.name(name.memory(), name.length());
            }
            if (!control.isEmpty()) {
                block.control(ancillary);
            }
            block.data(iov);
            int bits = Symbols.bits(flags, Symbols::number);
            return Answers.of(callers.during(fd, () -> Libc.sendmsg(fd, block.header(), bits)));
        }
    }

    /** A control length of 0 makes msg_control a null pointer. */
    Outcome receive(int fd, List<Integer> iov, int controlLength, Set<MessageFlag> flags) {
        iov.forEach(Buffers::checked);
        try (var block = new MessageBlock(Sockaddrs.STORAGE, Buffers.checked(controlLength), iov)) {
            block.name(Sockaddrs.STORAGE);
            if (controlLength > 0) {
                block.control(controlLength);
            }
            int bits = Symbols.bits(flags, Symbols::number);
            return Answers.of(
                    callers.during(fd, () -> Libc.recvmsg(fd, block.header(), bits)),
                    received -> stored(block, received));
        }
    }

    Outcome write(int fd, List<Bytes> iov) {
        try (var block = new MessageBlock(0, 0, iov.stream().map(Bytes::length).toList())) {
            block.data(iov);
            return Answers.of(callers.during(fd, () -> Libc.writev(fd, block.vector(), iov.size())));
        }
    }

    Outcome read(int fd, List<Integer> iov) {
        iov.forEach(Buffers::checked);
        try (var block = new MessageBlock(0, 0, iov)) {
            return Answers.of(
                    callers.during(fd, () -> Libc.readv(fd, block.vector(), iov.size())),
                    read -> Returned.of(read).withData(Bytes.of(block.data(read))));
        }
    }

    private static Returned stored(MessageBlock block, long received) {
        return Returned.of(received)
                .withData(Bytes.of(block.data(received)))
                .withAddress(Sockaddrs.decode(block.name(), block.nameLength()), block.nameLength())
                .withMessage(
                        Symbols.flags(block.flags(), MessageFlag.class, Symbols::number),
                        ControlMessages.decode(block.control()));
    }
}
