package org.sockspec.fault.toxiproxy;

import java.net.InetSocketAddress;
import java.util.List;
import org.sockspec.engine.Facility;

/** Makes proxies for cases. */
public interface Proxies extends Facility {
    /** Creates a proxy with a name of its own, whose toxics are in place before its first connection. */
    Steering create(InetSocketAddress listen, InetSocketAddress upstream, List<ToxicSpec> toxics);

    /** What a case does to its proxy. */
    interface Steering {
        /** Accepts connections again, at the same address. */
        void enable();

        /** Closes the listener and every live connection. */
        void disable();

        /** Adds a toxic. */
        void add(ToxicSpec toxic);

        /** Changes toxicity and attributes of the toxic with that name. */
        void update(ToxicSpec toxic);

        /** Removes a toxic. */
        void remove(String toxicName);

        /** Deletes the proxy and closes its connections. */
        void close();
    }
}
