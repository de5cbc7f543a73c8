package org.sockspec.java.net;

import java.io.IOException;
import org.sockspec.java.EndpointApi;
import org.sockspec.java.Serving;

/** Serves the sockets of java.net. */
public final class NetTestee {
    private NetTestee() {}

    public static void main(String[] arguments) throws IOException {
        Serving.serve(new EndpointApi(new NetLibrary()));
    }
}
