package org.sockspec.cli;

import java.util.List;

/** What a proof found. */
interface ProofText {
    /** Returns the name of its files. */
    String name();

    /** Says it in Markdown. */
    String summary();

    /** Says it for programs, a record for each line of a JSON array. */
    List<? extends Record> rows();
}
