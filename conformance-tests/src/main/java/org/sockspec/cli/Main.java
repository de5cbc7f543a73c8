package org.sockspec.cli;

/** Runs the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        int code = CommandLines.create(Streams.standard(), Interruption::ofThisProcess)
                .execute(arguments);
        System.out.flush();
        System.err.flush();
        // An orderly exit waits for threads in native calls; everything worth keeping is written.
        Runtime.getRuntime().halt(code);
    }
}
