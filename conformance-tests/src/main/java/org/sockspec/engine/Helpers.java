package org.sockspec.engine;

import java.util.Set;
import org.sockspec.api.Address;
import org.sockspec.api.Domain;
import org.sockspec.api.Outcome;
import org.sockspec.api.Protocol;
import org.sockspec.api.SocketApi;
import org.sockspec.api.SocketFlag;
import org.sockspec.api.SocketType;
import org.sockspec.helper.ConnectWithRetry;
import org.sockspec.helper.ServerInit;
import org.sockspec.helper.Waiter;

/** The portable helpers under test. */
public interface Helpers {
    /** The helpers of the reference implementation. */
    Helpers PORTABLE = new Helpers() {};

    default Outcome connectWithRetry(
            SocketApi api, int maxWait, Waiter waiter, Domain domain, SocketType type, Address address) {
        return new ConnectWithRetry(api, maxWait, waiter).connect(domain, type, Protocol.DEFAULT, address);
    }

    default Outcome initServer(SocketApi api, SocketType type, Set<SocketFlag> flags, Address address, int backlog) {
        return new ServerInit(api).init(type, flags, address, backlog);
    }
}
