package org.sockspec.cli;

import org.sockspec.catalogue.Catalogue;

/** Runs the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // Nearly every command needs it; it is read while the arguments are parsed.
        var catalogue = new Thread(Catalogue::own, "catalogue");
        catalogue.setDaemon(true);
        catalogue.start();
        int code = CommandLines.create(Streams.standard(), Interruption::ofThisProcess, arguments)
                .execute(arguments);
        System.out.flush();
        System.err.flush();
        // An orderly exit waits for threads in native calls; everything worth keeping is written.
        Runtime.getRuntime().halt(code);
    }
}
