package org.sockspec.catalogue;

/**
 * One fault of the catalogue.
 *
 * @param file the file, as it was asked for
 * @param line line in the file, from 1
 * @param id the clause, or the area where the fault belongs to no clause
 * @param reason what is wrong
 * @param hint what to do about it
 */
public record Finding(String file, int line, String id, String reason, String hint) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + id + ": " + reason + "; " + hint;
    }
}
