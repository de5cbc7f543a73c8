package org.sockspec.reference;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import org.sockspec.protocol.TesteeServer;

/** The reference implementation as a testee: serves the host kernel's sockets on standard input and output. */
public final class ReferenceTestee {
    private ReferenceTestee() {}

    public static void main(String[] arguments) throws IOException {
        openAllJars();
        // All functions are in the process; else JNA starts a program to learn where libraries are.
        System.setProperty("jna.platform.library.path", "");
        TesteeServer.serve(
                new KernelSockets(), new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
        // An orderly exit waits for threads in native calls; nothing here is worth that wait.
        Runtime.getRuntime().halt(0);
    }

    /** Looks for a class that does not exist, so that no jar is opened, and no descriptor taken, later in a case. */
    private static void openAllJars() {
        try {
            Class.forName("org.sockspec.reference.Nothing");
        } catch (ClassNotFoundException expected) {
            return;
        }
        throw new IllegalStateException("found a class that must not exist");
    }
}
