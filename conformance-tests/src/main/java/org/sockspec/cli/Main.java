package org.sockspec.cli;

import org.sockspec.catalogue.Catalogue;

/** Runs the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        var streams = Streams.standard();
        // Nearly every command needs it; it is read while the arguments are parsed.
        var catalogue = new Thread(Catalogue::own, "catalogue");
        catalogue.setDaemon(true);
        catalogue.start();
        int code = CommandLines.create(streams, Interruption::ofThisProcess, arguments)
                .execute(arguments);
        streams.out().flush();
        streams.err().flush();
        // An orderly exit waits for threads in native calls; everything worth keeping is written.
        Runtime.getRuntime().halt(code);
    }
}
