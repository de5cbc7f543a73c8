package org.sockspec.reference;

import org.jspecify.annotations.Nullable;
import org.sockspec.api.Returned;

/** Room for the address that accept() and its like store, or two null pointers. */
record NameBuffer(byte @Nullable [] memory, int @Nullable [] length) {
    static NameBuffer of(boolean wanted) {
        return wanted
                ? new NameBuffer(new byte[Sockaddrs.STORAGE], new int[] {Sockaddrs.STORAGE})
                : new NameBuffer(null, null);
    }

    Returned addTo(Returned returned) {
        return memory == null || length == null
                ? returned
                : returned.withAddress(Sockaddrs.decode(memory, length[0]), length[0]);
    }
}
