package org.sockspec.harness;

import org.sockspec.api.Shutdown;

/** The states a socket can be in, each with the way there. */
public enum SocketState {
    FRESH {
        @Override
        public Socket reach(Host client, Host server) {
            return client.socket();
        }
    },
    BOUND {
        @Override
        public Socket reach(Host client, Host server) {
            return client.boundSocket();
        }
    },
    LISTENING {
        @Override
        public Socket reach(Host client, Host server) {
            return client.listener();
        }
    },
    CONNECTED {
        @Override
        public Socket reach(Host client, Host server) {
            return client.connectWith(server).client();
        }
    },
    SHUT_DOWN {
        @Override
        public Socket reach(Host client, Host server) {
            var socket = CONNECTED.reach(client, server);
            socket.shutdown(Shutdown.SHUT_RDWR).succeeds();
            return socket;
        }
    },
    RESET_BY_PEER {
        @Override
        public Socket reach(Host client, Host server) {
            var connection = client.connectTo(server.listener());
            connection.resetByServer();
            return connection.client();
        }
    };

    /** Brings a socket of the client into this state. */
    public abstract Socket reach(Host client, Host server);
}
