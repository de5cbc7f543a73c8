package org.sockspec.java.nio;

import java.io.IOException;
import org.sockspec.java.EndpointApi;
import org.sockspec.java.Serving;

/** Serves the sockets of java.nio. */
public final class NioTestee {
    private NioTestee() {}

    public static void main(String[] arguments) throws IOException {
        Serving.serve(new EndpointApi(new NioLibrary()));
    }
}
