package org.sockspec.java;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import org.sockspec.api.SocketApi;
import org.sockspec.protocol.TesteeServer;

/** Serves an implementation on standard input and output until the first one ends. */
public final class Serving {
    private Serving() {}

    public static void serve(SocketApi api) throws IOException {
        TesteeServer.serve(api, new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
        // An orderly exit would wait for threads that are still in a call.
        Runtime.getRuntime().halt(0);
    }
}
