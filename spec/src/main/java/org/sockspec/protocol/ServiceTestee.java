package org.sockspec.protocol;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.ServiceLoader;
import org.sockspec.api.SocketApi;

/**
 * A testee for any implementation in Java: serves the {@link SocketApi} of a given class, which {@link ServiceLoader}
 * must find, on standard input and output.
 */
public final class ServiceTestee {
    private ServiceTestee() {}

    /** Serves the implementation whose class is named by the one argument. */
    public static void main(String[] arguments) throws IOException {
        // What an implementation prints must not stand among the replies.
        System.setOut(System.err);
        TesteeServer.serve(
                find(arguments[0]), new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
        // An orderly exit waits for threads in native calls; nothing here is worth that wait.
        Runtime.getRuntime().halt(0);
    }

    private static SocketApi find(String name) {
        return ServiceLoader.load(SocketApi.class).stream()
                .filter(offered -> offered.type().getName().equals(name))
                .findFirst()
                .map(ServiceLoader.Provider::get)
                .orElseThrow(() ->
                        new IllegalStateException("no " + name + " in META-INF/services/" + SocketApi.class.getName()));
    }
}
