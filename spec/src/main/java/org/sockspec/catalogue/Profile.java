package org.sockspec.catalogue;

/** Which accepted outcomes apply. */
public enum Profile {
    /** POSIX.1-2024 and the RFCs. */
    POSIX,
    /** What the Linux manual pages and kernel documents add or answer instead. */
    LINUX;

    /** Returns the name in the catalogue, such as {@code posix}. */
    public String symbol() {
        return Symbols.of(this);
    }
}
