package org.sockspec.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes.
 *
 * @param out data
 * @param err talk
 * @param terminal whether the talk goes to a terminal
 */
record Streams(PrintWriter out, PrintWriter err, boolean terminal) {

    static Streams standard() {
        return new Streams(
                writer(FileDescriptor.out), writer(FileDescriptor.err), Boolean.getBoolean("sockspec.terminal"));
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }
}
