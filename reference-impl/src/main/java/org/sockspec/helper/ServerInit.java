package org.sockspec.helper;

import java.util.Set;
import org.sockspec.api.Address;
import org.sockspec.api.Domain;
import org.sockspec.api.Outcome;
import org.sockspec.api.Protocol;
import org.sockspec.api.Returned;
import org.sockspec.api.SocketApi;
import org.sockspec.api.SocketFlag;
import org.sockspec.api.SocketType;

/**
 * Make a server socket: create it, bind it, and listen where the type has connections.
 *
 * @param api to make it with
 */
public record ServerInit(SocketApi api) {

    /**
     * Returns the descriptor of the server socket, or what the first failed step failed with; nothing that close()
     * says afterwards replaces that.
     *
     * @param address to bind to; the socket is of its family
     * @param backlog for listen()
     */
    public Outcome init(SocketType type, Set<SocketFlag> flags, Address address, int backlog) {
        var created = api.socket(familyOf(address), type, flags, Protocol.DEFAULT);
        if (!(created instanceof Returned socket)) {
            return created;
        }
        int fd = (int) socket.value();
        var outcome = api.bind(fd, address);
        if (outcome instanceof Returned && listens(type, flags)) {
            outcome = api.listen(fd, backlog);
        }
        if (outcome instanceof Returned) {
            return Outcome.returned(fd);
        }
        api.close(fd);
        return outcome;
    }

    /** Compares as the classic C helper does: a type with creation flags ORed in equals neither of the two. */
    private static boolean listens(SocketType type, Set<SocketFlag> flags) {
        return flags.isEmpty() && type.isConnectionMode();
    }

    private static Domain familyOf(Address address) {
        if (address instanceof Address.Malformed malformed) {
            return malformed.family() == null ? familyOf(malformed.of()) : malformed.family();
        }
        if (address instanceof Address.Inet) {
            return Domain.AF_INET;
        }
        if (address instanceof Address.Inet6) {
            return Domain.AF_INET6;
        }
        return address instanceof Address.Unspec || address instanceof Address.Null ? Domain.AF_UNSPEC : Domain.AF_UNIX;
    }
}
