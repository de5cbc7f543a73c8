package org.sockspec.reference;

import com.sun.jna.Library;
import com.sun.jna.Native;

/** The functions of libc with a variable argument list, which direct mapping cannot pass on every architecture. */
interface VariadicLibc extends Library {
    static VariadicLibc load() {
        return Native.load(VariadicLibc.class);
    }

    int fcntl(int fd, int command, Object... argument);
}
