package org.sockspec.protocol;

/** How the values of one type travel: as which plain values, and what a plain value must look like. */
interface Form {

    /** Returns the plain value. */
    Object write(Object value);

    /**
     * Reads a plain value.
     *
     * @param where what the value is called in the {@link ProtocolException} that says what it must be
     */
    Object read(Object plain, String where);
}
