package org.sockspec.fault.toxiproxy;

import java.util.List;

/** Hold the result of looking for a Toxiproxy server. */
public sealed interface Acquisition {

    /** A server that passed its self-test. */
    record Available(ToxiproxyServer server) implements Acquisition {}

    /**
     * No server.
     *
     * @param tried one reason per provider, in the order in which they were tried
     * @param remedy what the user can do
     */
    record Unavailable(List<String> tried, String remedy) implements Acquisition {

        public Unavailable {
            tried = List.copyOf(tried);
        }

        /** Put the reasons and the remedy into one line. */
        public String message() {
            return "no Toxiproxy: " + String.join("; ", tried) + ". " + remedy;
        }
    }
}
