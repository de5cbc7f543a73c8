package org.sockspec.mutants;

import java.util.Set;
import org.sockspec.api.Address;
import org.sockspec.api.Domain;
import org.sockspec.api.Outcome;
import org.sockspec.api.Protocol;
import org.sockspec.api.Returned;
import org.sockspec.api.SocketApi;
import org.sockspec.api.SocketFlag;
import org.sockspec.api.SocketType;
import org.sockspec.engine.Helpers;

/** The server helper in steps that a mutant breaks one by one. */
abstract class BrokenServerInit implements Helpers {

    @Override
    public Outcome initServer(SocketApi api, SocketType type, Set<SocketFlag> flags, Address address, int backlog) {
        var created = api.socket(familyOf(address), type, flags(flags), Protocol.DEFAULT);
        if (created instanceof Outcome.Failed && !goesOnAfterSocketFailed()) {
            return created;
        }
        int fd = created instanceof Returned socket ? (int) socket.value() : -1;
        var bound = bind(api, fd, type, address);
        var outcome = bound instanceof Outcome.Failed && goesOnAfterBindFailed() ? Outcome.returned(0) : bound;
        if (outcome instanceof Outcome.Failed) {
            return closesAfterBind() ? close(api, fd, outcome) : outcome;
        }
        if (listens(type, flags)) {
            outcome = listen(api, fd, backlog);
        }
        if (outcome instanceof Outcome.Failed) {
            return closesAfterListen() ? close(api, fd, outcome) : outcome;
        }
        return Outcome.returned(fd);
    }

    Domain familyOf(Address address) {
        if (address instanceof Address.Malformed) {
            return Domain.AF_UNKNOWN;
        }
        if (address instanceof Address.UnixPath) {
            return Domain.AF_UNIX;
        }
        return address instanceof Address.Inet6 ? Domain.AF_INET6 : Domain.AF_INET;
    }

    Set<SocketFlag> flags(Set<SocketFlag> given) {
        return given;
    }

    boolean goesOnAfterSocketFailed() {
        return false;
    }

    Outcome bind(SocketApi api, int fd, SocketType type, Address address) {
        return api.bind(fd, address);
    }

    boolean goesOnAfterBindFailed() {
        return false;
    }

    boolean closesAfterBind() {
        return true;
    }

    boolean listens(SocketType type, Set<SocketFlag> flags) {
        return flags.isEmpty() && type.isConnectionMode();
    }

    Outcome listen(SocketApi api, int fd, int backlog) {
        return api.listen(fd, backlog);
    }

    boolean closesAfterListen() {
        return true;
    }

    /** Returns what the helper reports. */
    Outcome close(SocketApi api, int fd, Outcome failure) {
        api.close(fd);
        return failure;
    }
}
