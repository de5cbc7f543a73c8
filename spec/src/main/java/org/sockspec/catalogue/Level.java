package org.sockspec.catalogue;

/** How binding a clause is in its profile. */
public enum Level {
    MUST,
    SHOULD,
    MAY,
    /** The standard leaves it open: the outcome is recorded and feeds the fingerprint. */
    UNSPECIFIED;

    /** Returns the name in the catalogue, such as {@code must}. */
    public String symbol() {
        return Symbols.of(this);
    }
}
