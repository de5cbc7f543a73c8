package org.sockspec.harness;

import static org.sockspec.api.PollEvent.POLLIN;

import java.util.List;
import org.sockspec.api.OptionValue;
import org.sockspec.api.SocketOption;

/** The two ends of a connection. */
public record Connection(Socket client, Socket server) {

    public List<Socket> ends() {
        return List.of(client, server);
    }

    /** Has the server reset the connection, and waits until the client knows. */
    public void resetByServer() {
        server.set(SocketOption.SO_LINGER, new OptionValue.Linger(true, 0)).succeeds();
        server.close().succeeds();
        client.poll(POLLIN).reportsSomething();
    }
}
