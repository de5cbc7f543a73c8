package org.sockspec.catalogue;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.FileFlag;
import org.sockspec.api.MessageFlag;
import org.sockspec.api.OptionValue;
import org.sockspec.api.PollEvent;

/**
 * Replaces parts of {@link org.sockspec.api.Returned}; a part that is null here stays as it is.
 *
 * @param value the return value alone
 * @param address the stored address
 * @param addressLength the stored address length, in bytes
 * @param data the received bytes; the return value follows their length
 * @param messageFlags the stored msg_flags
 * @param control the control messages
 * @param revents what every entry of poll() reports; the return value follows
 * @param ready the sets of select() that come back as they were given, the others being empty; the return value follows
 * @param option the stored option value
 * @param fileFlags the flags of fcntl()
 * @param mode the file type of fstat()
 * @param mismatchAt the position of the first wrong byte of a received pattern
 * @param ints what a raw call leaves in every int it was given a pointer to
 * @param overwritten the position of a byte that a raw call overwrites in memory it was given
 */
public record Changes(
        @Nullable Long value,
        @Nullable AddressChange address,
        @Nullable Integer addressLength,
        @Nullable DataChange data,
        @Nullable Set<MessageFlag> messageFlags,
        @Nullable ControlChange control,
        @Nullable Set<PollEvent> revents,
        @Nullable Set<ReadySet> ready,
        @Nullable OptionValue option,
        @Nullable Set<FileFlag> fileFlags,
        @Nullable String mode,
        @Nullable Long mismatchAt,
        @Nullable Integer ints,
        @Nullable Integer overwritten) {

    /** What happens to an address. */
    public enum AddressChange {
        /** Nothing is written: the caller finds the buffer as it was. */
        NONE,
        /** The address of a socket that was just made. */
        FRESH,
        OTHER_PORT,
        OTHER_HOST,
        /** One of another domain. */
        OTHER_FAMILY
    }

    /** What happens to received bytes. */
    public enum DataChange {
        DROPPED_LAST,
        DOUBLED,
        REVERSED,
        /** Only the first half is kept. */
        TRUNCATED,
        /** The next message is appended. */
        MERGED
    }

    /** What happens to control messages. */
    public enum ControlChange {
        NONE,
        DOUBLED
    }

    /** One of the sets of select(). */
    public enum ReadySet {
        READ,
        WRITE,
        EXCEPT
    }
}
