package org.sockspec.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** The command line without a process of its own, and what it wrote. */
public final class Console {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Interruption interruption = new Interruption();

    public int sockspec(String... arguments) {
        var streams = new Streams(new PrintWriter(out, true), new PrintWriter(err, true), false);
        return CommandLines.create(streams, () -> interruption).execute(arguments);
    }

    public String out() {
        return out.toString();
    }

    public String err() {
        return err.toString();
    }

    Interruption interruption() {
        return interruption;
    }
}
