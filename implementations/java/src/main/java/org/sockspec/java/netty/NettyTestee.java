package org.sockspec.java.netty;

import java.io.IOException;
import java.util.Locale;
import org.sockspec.java.EndpointApi;
import org.sockspec.java.Serving;

/** Serves Netty's channels over the transport that the one argument names: {@code nio} or {@code epoll}. */
public final class NettyTestee {
    private NettyTestee() {}

    public static void main(String[] arguments) throws IOException {
        var transport = Transport.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        Serving.serve(new EndpointApi(new NettyLibrary(transport)));
    }
}
