package org.sockspec.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The call returned something else than -1, and stored what the call stores. What a call does not store is null.
 *
 * @param value the return value
 * @param address what accept(), recvfrom(), recvmsg(), getsockname() or getpeername() stored
 * @param addressLength the address length they stored, in bytes
 * @param data the bytes that were received
 * @param messageFlags msg_flags of recvmsg()
 * @param control the control messages of recvmsg()
 * @param revents what poll() reported, in the order of its entries
 * @param ready what select() left in its sets
 * @param option what getsockopt() stored
 * @param fileFlags what fcntl() F_GETFL or F_GETFD returned
 * @param fds the two descriptors of socketpair() or pipe()
 * @param mode the file type of fstat(), such as {@code S_IFSOCK}
 * @param mismatchAt for received patterns: the position of the first wrong byte, or -1
 * @param arguments what a raw call left of its arguments
 */
public record Returned(
        long value,
        @Nullable Address address,
        @Nullable Integer addressLength,
        @Nullable Bytes data,
        @Nullable Set<MessageFlag> messageFlags,
        @Nullable List<Control> control,
        @Nullable List<Set<PollEvent>> revents,
        @Nullable FdSets ready,
        @Nullable OptionValue option,
        @Nullable Set<FileFlag> fileFlags,
        @Nullable List<Integer> fds,
        @Nullable String mode,
        @Nullable Long mismatchAt,
        @Nullable List<Argument> arguments)
        implements Outcome {

    public static Returned of(long value) {
        return new Returned(value, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    public static Returned name(Address address, int length) {
        return of(0).withAddress(address, length);
    }

    public static Returned received(Bytes data) {
        return of(data.length()).withData(data);
    }

    public static Returned option(OptionValue option) {
        return new Returned(0, null, null, null, null, null, null, null, option, null, null, null, null, null);
    }

    public static Returned flags(Set<FileFlag> flags) {
        return new Returned(0, null, null, null, null, null, null, null, null, flags, null, null, null, null);
    }

    public static Returned fds(int first, int second) {
        return new Returned(
                0, null, null, null, null, null, null, null, null, null, List.of(first, second), null, null, null);
    }

    public static Returned polled(long ready, List<Set<PollEvent>> revents) {
        return new Returned(ready, null, null, null, null, null, revents, null, null, null, null, null, null, null);
    }

    public static Returned selected(long ready, FdSets sets) {
        return new Returned(ready, null, null, null, null, null, null, sets, null, null, null, null, null, null);
    }

    public static Returned mode(String mode) {
        return new Returned(0, null, null, null, null, null, null, null, null, null, null, mode, null, null);
    }

    public static Returned pattern(long received, long mismatchAt) {
        return new Returned(
                received, null, null, null, null, null, null, null, null, null, null, null, mismatchAt, null);
    }

    public static Returned raw(long value, List<Argument> arguments) {
        return new Returned(value, null, null, null, null, null, null, null, null, null, null, null, null, arguments);
    }

    public Returned withAddress(@Nullable Address stored, @Nullable Integer length) {
        return new Returned(
                value,
                stored,
                length,
                data,
                messageFlags,
                control,
                revents,
                ready,
                option,
                fileFlags,
                fds,
                mode,
                mismatchAt,
                arguments);
    }

    public Returned withData(Bytes received) {
        return new Returned(
                value,
                address,
                addressLength,
                received,
                messageFlags,
                control,
                revents,
                ready,
                option,
                fileFlags,
                fds,
                mode,
                mismatchAt,
                arguments);
    }

    public Returned withMessage(Set<MessageFlag> flags, List<Control> messages) {
        return new Returned(
                value,
                address,
                addressLength,
                data,
                flags,
                messages,
                revents,
                ready,
                option,
                fileFlags,
                fds,
                mode,
                mismatchAt,
                arguments);
    }

    @Override
    public String toString() {
        var stored = new ArrayList<Object>();
        for (var part : new Object[] {
            address, data, messageFlags, control, revents, ready, option, fileFlags, fds, mode, arguments
        }) {
            if (part != null) {
                stored.add(part);
            }
        }
        if (mismatchAt != null && mismatchAt >= 0) {
            stored.add("first wrong byte at " + mismatchAt);
        }
        return value + (stored.isEmpty() ? "" : " " + stored);
    }
}
